package isnad_test

import (
	"bufio"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rule says what a room may import of this module, and why it may not import
// anything else. A rule covers the folders below the room too.
type rule struct {
	room string
	may  []string // folders of the module; "." is the root
	why  string
}

// The directions of ARCHITECTURE.md. The first rule that covers a folder holds.
var rules = []rule{
	{".", nil, "the root is the vocabulary: it knows no room"},
	{"internal/names", []string{"."}, "names are values: folding them needs no room"},
	{"internal/places", []string{".", "internal/names"}, "a verb: names in, places out"},
	{"internal/parties", []string{".", "internal/names"}, "a verb: names in, parties out"},
	{"internal/sources", []string{".", "internal/names"}, "a verb: names in, sources out"},
	{"internal/citeblock", []string{"."}, "a format: export writes it and extract reads it back"},
	{"internal/extract", []string{".", "internal/citeblock", "internal/names", "internal/places", "internal/parties", "internal/sources"}, "a verb: bytes in, reports out"},
	{"internal/attribute/batch", []string{".", "internal/attribute"}, "the batch interface of attribute: lines in, lines out"},
	{"internal/attribute/arabic", []string{".", "internal/places", "internal/parties", "internal/sources"}, "a verb: Arabic reports in, claims out; its parent calls it and it never its parent"},
	{"internal/attribute", []string{".", "internal/names", "internal/places", "internal/parties", "internal/sources"}, "a verb: reports in, claims out"},
	{"internal/ask/endpoint", []string{"internal/ask"}, "brings questions to a server and answers back; what they mean it does not know"},
	{"internal/ask", []string{".", "internal/attribute", "internal/places", "internal/parties", "internal/sources"}, "a verb: claims in, questions out; answers in, claims out"},
	{"internal/trace/change", []string{".", "internal/names", "internal/places", "internal/parties", "internal/sources"}, "a verb: a copy and what it copies in, changes out"},
	{"internal/trace/batch", []string{".", "internal/trace"}, "the batch interface of trace: lines in, lines out"},
	{"internal/trace", []string{"."}, "a verb: reports in, links out; who keeps its index is told nothing of here"},
	{"internal/reconcile", []string{".", "internal/names"}, "a verb: claims in, incidents out"},
	{"internal/review", []string{"."}, "a verb: claims and people's acts in, claims and incidents as they stand out"},
	{"internal/casework", []string{"."}, "a verb: a case and an act in, the case as it stands out; who keeps it, shows it and writes the letters is told what to do"},
	{"internal/export/republish", []string{".", "internal/citeblock", "internal/extract/wording"}, "a verb: a report and its chain in, copies out; its grammar of terms reads folded words"},
	{"internal/export", []string{"."}, "a verb: values in, formats out"},
	{"internal/dossier", []string{".", "internal/export", "internal/site/basemap"}, "a verb: an incident with all that is kept of it in, one file out; who keeps it is handed in, and its map is drawn on the outlines that the site has"},
	{"internal/evidence", []string{"."}, "a verb: bytes that somebody hands in, what they are out; who keeps them it does not know"},
	{"internal/coding", []string{"."}, "undoes content codings under bounds, for all who receive bytes"},
	{"internal/archive/warc", []string{".", "internal/coding"}, "a format"},
	{"internal/archive", []string{"."}, "a keeper: keepers do not know each other"},
	{"internal/store", []string{"."}, "a keeper: keepers do not know each other"},
	{"internal/ledger", []string{"."}, "a keeper: keepers do not know each other"},
	{"internal/backup", []string{".", "internal/archive", "internal/store", "internal/ledger"}, "joins the keepers into one file and back; what they keep it does not know"},
	{"internal/fetch", []string{".", "internal/coding"}, "receives bytes, knows nothing of what is in them"},
	{"internal/people", []string{".", "internal/store"}, "joins the store of people with what proves who they are; it shows nothing"},
	{"internal/post", []string{".", "internal/store"}, "sends the letters that the store holds; what they say it does not know"},
	{"docs", nil, "the handbook"},
	{"internal/site", []string{".", "docs", "internal/evidence", "internal/archive", "internal/store", "internal/ledger", "internal/export", "internal/people", "internal/casework"}, "shows what is kept; it never runs a step"},
	{"internal/pipeline", []string{".", "internal/evidence", "internal/names", "internal/places", "internal/parties", "internal/sources", "internal/extract", "internal/trace", "internal/attribute", "internal/ask", "internal/reconcile", "internal/review", "internal/casework", "internal/archive", "internal/store", "internal/ledger", "internal/fetch"}, "joins verbs and keepers; it shows nothing"},
	{"internal/isnadtest", []string{".", "internal/store", "internal/archive"}, "what tests share"},
}

// noIO is what verbs may not import: they take values and give values, so that
// they can be tested, repeated and trusted.
var noIO = []string{"database/sql", "net", "net/http", "os", "os/exec"}

var verbs = []string{".", "internal/names", "internal/places", "internal/parties", "internal/sources", "internal/extract", "internal/attribute", "internal/attribute/arabic", "internal/ask", "internal/trace", "internal/trace/change", "internal/reconcile", "internal/review", "internal/casework", "internal/evidence", "internal/export", "internal/export/republish", "internal/dossier", "internal/citeblock"}

func TestImportDirections(t *testing.T) {
	for _, f := range sourceFiles(t) {
		dir := path.Dir(f)
		if packageName(t, f) == "main" { // commands may import everything
			continue
		}
		r, ok := ruleOf(dir)
		if !ok {
			t.Errorf("%s: no rule covers the folder %s; say in rooms_test.go what it may import and why", f, dir)
			continue
		}
		for _, imp := range imports(t, f) {
			if to, ours := strings.CutPrefix(imp, "isnad/"); ours || imp == "isnad" {
				if imp == "isnad" {
					to = "."
				}
				if !covers(r.room, to) && !slices.ContainsFunc(r.may, func(m string) bool { return m == to || m != "." && covers(m, to) }) {
					t.Errorf("%s imports %s, but %s may not: %s", f, imp, r.room, r.why)
				}
				continue
			}
			if slices.Contains(verbs, r.room) && slices.Contains(noIO, imp) {
				t.Errorf("%s imports %s, but %s is a verb and does no I/O: %s", f, imp, r.room, r.why)
			}
			if r.room == "." && strings.Contains(strings.Split(imp, "/")[0], ".") {
				t.Errorf("%s imports %s, but the root imports the standard library only", f, imp)
			}
		}
	}
}

// TestPackageComments demands that every package has a comment that is the
// manual of its room, and exactly one.
func TestPackageComments(t *testing.T) {
	comments := map[string][]string{}
	for _, f := range sourceFiles(t) {
		dir := path.Dir(f)
		if _, seen := comments[dir]; !seen {
			comments[dir] = nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.FromSlash(f), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if parsed.Doc != nil {
			comments[dir] = append(comments[dir], f)
			want := "Package " + parsed.Name.Name + " "
			if parsed.Name.Name == "main" {
				want = "Command "
			}
			if !strings.HasPrefix(parsed.Doc.Text(), want) {
				t.Errorf("%s: the package comment does not begin with %q", f, want)
			}
		}
	}
	for dir, files := range comments {
		if len(files) != 1 {
			t.Errorf("package in %s has %d package comments %v, want one", dir, len(files), files)
		}
	}
}

// TestArchitectureTable holds the table of rooms in ARCHITECTURE.md against the folders.
func TestArchitectureTable(t *testing.T) {
	file, err := os.Open("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	row := regexp.MustCompile("^\\| `([a-z/]+)/?` ")
	var told []string
	for s := bufio.NewScanner(file); s.Scan(); {
		if m := row.FindStringSubmatch(s.Text()); m != nil {
			told = append(told, strings.TrimSuffix(m[1], "/"))
		}
	}
	var have []string
	for _, f := range sourceFiles(t) {
		if dir := path.Dir(f); dir != "." && !slices.Contains(have, dir) {
			have = append(have, dir)
		}
	}
	slices.Sort(told)
	slices.Sort(have)
	if !slices.Equal(told, have) {
		t.Errorf("ARCHITECTURE.md and the folders differ:\ntable   %v\nfolders %v", told, have)
	}
}

// TestNoForbiddenNames keeps out the packages that become drawers for everything.
func TestNoForbiddenNames(t *testing.T) {
	for _, f := range sourceFiles(t) {
		switch name := path.Base(path.Dir(f)); name {
		case "util", "utils", "common", "helpers", "models", "types":
			t.Errorf("%s: a package named %q says nothing of what is in it", f, name)
		}
	}
}

// sourceFiles is every Go file that is not a test, with slashes, from the root.
func sourceFiles(t *testing.T) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(p, ".go") && !strings.HasSuffix(p, "_test.go") {
			out = append(out, filepath.ToSlash(p))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func imports(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), filepath.FromSlash(file), nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, i := range parsed.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func packageName(t *testing.T, file string) string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), filepath.FromSlash(file), nil, parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	return parsed.Name.Name
}

func ruleOf(dir string) (rule, bool) {
	for _, r := range rules {
		if covers(r.room, dir) {
			return r, true
		}
	}
	return rule{}, false
}

// covers tells whether dir is room or lies below it. The root covers itself only.
func covers(room, dir string) bool {
	return dir == room || room != "." && strings.HasPrefix(dir, room+"/")
}
