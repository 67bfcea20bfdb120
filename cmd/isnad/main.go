// Command isnad keeps the chain of sources attached to every report, figure and
// correction. See README.md for what it is and docs/operating.md for how to run it.
//
// Exit status: 0 done; 1 failed, with what and why on standard error and nothing
// half done; 2 wrong use.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands is the command line. Configuration is read here and nowhere below.
type commands struct {
	Data     string `help:"Folder of the database and the archive." default:"./isnad-data" env:"ISNAD_DATA" type:"path"`
	Database string `help:"postgres://… to keep the database elsewhere than in the data folder." env:"ISNAD_DATABASE"`
	Format   string `help:"How to print data: text for people, jsonl for programs; export also knows csv, geojson, atom, rss and json, and of incidents ucdp and airwars." enum:"text,jsonl,csv,geojson,atom,rss,json,ucdp,airwars" default:"text"`
	Verbose  bool   `help:"Say on standard error what is being done." short:"v"`

	CaseRules     string   `help:"File with the rules of cases: terms, holidays, appeals (docs/cases.md)." type:"existingfile" placeholder:"FILE" env:"ISNAD_CASE_RULES"`
	EvidenceAllow []string `help:"Network (CIDR) or host that evidence may be fetched from although it is private or local." placeholder:"NET" env:"ISNAD_EVIDENCE_ALLOW"`

	modelFlags
	logFlags

	Demo     demoCommand     `cmd:"" help:"Sample reports in a throw-away archive, all steps run, served on localhost."`
	Serve    serveCommand    `cmd:"" help:"Serve the site and the API, and do the steps."`
	Worker   workerCommand   `cmd:"" help:"Do the steps only."`
	Add      addCommand      `cmd:"" help:"Add reports: files, folders, addresses, feeds, WARC, JSONL, or - for standard input."`
	Claims   claimsCommand   `cmd:"" help:"Read reports as JSON lines on standard input, write the claims in them; keeps nothing."`
	Trace    traceCommand    `cmd:"" help:"Find who copied whom among reports."`
	Export   exportCommand   `cmd:"" help:"Print reports, sources, citations, claims, incidents, acts, cases or notices."`
	Dossier  dossierCommand  `cmd:"" help:"Write everything about one incident into a ZIP file, readable without isnad."`
	Claim    claimCommand    `cmd:"" help:"Decide about a claim, as the operator."`
	Incident incidentCommand `cmd:"" help:"Decide about an incident, as the operator."`
	Case     caseCommand     `cmd:"" help:"Complaints, corrections, replies, notices and orders: open, decide and carry them out, as the operator."`
	Undo     undoCommand     `cmd:"" help:"Undo what a person decided, as the operator."`
	Places   placesCommand   `cmd:"" help:"The archive's own places: import country files of GeoNames, add and withdraw single ones."`
	Proof    proofCommand    `cmd:"" help:"Write what proves that a thing stands in the log, to be checked without isnad."`
	Verify   verifyCommand   `cmd:"" help:"Check that archive, database and log agree."`
	Backup   backupCommand   `cmd:"" help:"Write database, archive and log of one moment into one file; others go on working."`
	Restore  restoreCommand  `cmd:"" help:"Put a backup into an empty data folder and an empty database, and verify it."`
	Removals removalsCommand `cmd:"" help:"Carry over what was removed, erased, hidden or held back elsewhere, as restore --removals does; may be done again."`
	Log      logCommand      `cmd:"" help:"The append-only log: go on with it where the database is older."`
	Forget   forgetCommand   `cmd:"" help:"Forget what tells of people and is older than it is kept, as serve does by itself."`
	Rebuild  rebuildCommand  `cmd:"" help:"Derive reports, claims and incidents again from the archive."`
	User     userCommand     `cmd:"" help:"People at the desk: accounts, roles, passwords."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// console is where a command reads and writes, so that it can be run in tests
// as it is run in a terminal.
type console struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], console{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// errUse is wrapped by errors that come of wrong use.
var errUse = errors.New("wrong use")

// run does one command and returns its exit status.
func run(ctx context.Context, args []string, c console) int {
	var cmds commands
	exited, code := false, 0
	parser, err := kong.New(&cmds,
		kong.Name("isnad"),
		kong.Description("Keeps the chain of sources attached to every report, figure and correction."),
		kong.Writers(c.out, c.err),
		kong.Exit(func(n int) { exited, code = true, n }),
		kong.UsageOnError(),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(c, &cmds),
	)
	if err != nil { // the commands above are wrong, not their use
		fmt.Fprintln(c.err, "isnad:", err)
		return 1
	}
	parsed, err := parser.Parse(args)
	if exited { // --help
		return code
	}
	if err != nil {
		fmt.Fprintf(c.err, "isnad: %v\nisnad --help lists what there is\n", err)
		return 2
	}
	log := slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: level(cmds.Verbose)}))
	quiet()
	parsed.Bind(log, kindFor(parsed.Command()), caseKindFor(parsed.Command()))
	switch err := parsed.Run(); {
	case err == nil:
		return 0
	case errors.Is(err, errUse):
		fmt.Fprintln(c.err, "isnad:", plainLines(err.Error()))
		return 2
	case errors.Is(err, errReported):
		return 1
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(c.err, "isnad: stopped; what was kept stays and is gone on with next time")
		return 1
	default:
		fmt.Fprintln(c.err, "isnad:", plainLines(err.Error()))
		return 1
	}
}

// errReported is returned by a command that has said on standard error what
// failed, item by item.
var errReported = errors.New("reported")

func level(verbose bool) slog.Level {
	if verbose {
		return slog.LevelDebug
	}
	return slog.LevelWarn
}
