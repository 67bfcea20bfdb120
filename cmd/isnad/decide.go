package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"isnad"
)

// The operator, who has the machine in hand, decides without an account. Acts
// say so.
const (
	operatorID   = "operator"
	operatorName = "operator"
)

type claimCommand struct {
	Accept claimAct  `cmd:"" help:"The passage says so, as read."`
	Reject claimAct  `cmd:"" help:"The passage does not say so."`
	Edit   claimEdit `cmd:"" help:"The passage says so, with the slots given."`
}

type claimAct struct {
	ID     string `arg:"" help:"ID of the claim."`
	Reason string `help:"Why."`
}

type claimEdit struct {
	ID     string   `arg:"" help:"ID of the claim."`
	Slot   []string `required:"" sep:"none" help:"A slot with its value in JSON, as isnad keeps it: 'killed={\"min\":3,\"max\":3}', 'weapon=\"mortar\"'; null empties it." placeholder:"NAME=JSON"`
	Reason string   `help:"Why."`
}

type incidentCommand struct {
	Confirm incidentAct   `cmd:"" help:"It took place, and its claims tell of it."`
	Split   incidentMoved `cmd:"" help:"The claims given tell of another incident."`
	Merge   incidentMerge `cmd:"" help:"It is another incident, whose address it takes."`
	Link    incidentMoved `cmd:"" help:"The claims given tell of this incident."`
	Relate  incidentOther `cmd:"" help:"It has to do with another incident, and is not the same."`
	Grade   incidentGrade `cmd:"" help:"Say how well its casualties are supported."`
}

type incidentAct struct {
	ID     string `arg:"" help:"ID of the incident."`
	Reason string `help:"Why."`
}

type incidentMoved struct {
	incidentAct
	Claims []string `arg:"" help:"IDs of claims."`
}

type incidentMerge struct {
	incidentAct
	Into string `arg:"" help:"ID of the incident that it goes into."`
}

type incidentOther struct {
	incidentAct
	Other string `arg:"" help:"ID of the other incident."`
}

type incidentGrade struct {
	incidentAct
	Grading string `arg:"" enum:"confirmed,fair,weak,contested,discounted,no_harm" help:"confirmed, fair, weak, contested, discounted or no_harm."`

	StrikeStatus string `help:"Also say who did it is known how well: declared, likely, contested or single_source_claim." enum:",declared,likely,contested,single_source_claim" default:""`
}

type undoCommand struct {
	ID     string `arg:"" help:"ID of the act (isnad export acts)."`
	Reason string `help:"Why."`
}

// Run decides what the chosen command says, waits until incidents are summed up
// again, and prints the act.
func (a *claimAct) Run(ctx context.Context, selected kindOf, c console, cmds *commands, log *slog.Logger) error {
	return cmds.decide(ctx, c, log, isnad.Act{Kind: selected.kind, About: a.ID, Reason: a.Reason})
}

func (e *claimEdit) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	edit := isnad.Edit{}
	for _, s := range e.Slot {
		name, value, ok := strings.Cut(s, "=")
		if !ok || !json.Valid([]byte(value)) {
			return fmt.Errorf("%w: --slot takes NAME=JSON, not %q; slots are %s", errUse, s, strings.Join(isnad.EditSlots(), ", "))
		}
		edit[name] = json.RawMessage(value)
	}
	return cmds.decide(ctx, c, log, isnad.Act{Kind: isnad.ActEditClaim, About: e.ID, Edit: edit, Reason: e.Reason})
}

func (a *incidentAct) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return cmds.decide(ctx, c, log, isnad.Act{Kind: isnad.ActConfirmIncident, About: a.ID, Reason: a.Reason})
}

func (m *incidentMoved) Run(ctx context.Context, selected kindOf, c console, cmds *commands, log *slog.Logger) error {
	return cmds.decide(ctx, c, log, isnad.Act{Kind: selected.kind, About: m.ID, Moved: m.Claims, Reason: m.Reason})
}

func (m *incidentMerge) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return cmds.decide(ctx, c, log, isnad.Act{Kind: isnad.ActMergeIncidents, About: m.ID, Into: m.Into, Reason: m.Reason})
}

func (o *incidentOther) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return cmds.decide(ctx, c, log, isnad.Act{Kind: isnad.ActRelateIncidents, About: o.ID, Into: o.Other, Reason: o.Reason})
}

func (g *incidentGrade) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return cmds.decide(ctx, c, log, isnad.Act{Kind: isnad.ActGradeIncident, About: g.ID, Grading: isnad.Grading(g.Grading), Status: isnad.StrikeStatus(g.StrikeStatus), Reason: g.Reason})
}

func (u *undoCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return cmds.decide(ctx, c, log, isnad.Act{Kind: isnad.ActUndo, Of: u.ID, Reason: u.Reason})
}

// kindOf is the kind of act that the words on the command line stand for.
type kindOf struct{ kind isnad.ActKind }

func kindFor(command string) kindOf {
	words := strings.Fields(command)
	if len(words) < 2 {
		return kindOf{}
	}
	return kindOf{map[string]isnad.ActKind{
		"claim accept": isnad.ActAcceptClaim, "claim reject": isnad.ActRejectClaim,
		"incident split": isnad.ActSplitIncident, "incident link": isnad.ActMoveClaims,
	}[words[0]+" "+words[1]]}
}

// decide records an act of the operator.
func (cmds *commands) decide(ctx context.Context, c console, log *slog.Logger, a isnad.Act) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	a.Person, a.Name = operatorID, operatorName
	a, err = h.pipeline.Decide(ctx, a)
	if err != nil {
		return err
	}
	working, finish := h.work(ctx, true)
	err = h.settle(working)
	err = outcome(err, finish())
	h.writeLog(ctx, log)
	if err != nil {
		return err
	}
	return printAct(c.out, cmds.Format, &a)
}

func printAct(w io.Writer, format string, a *isnad.Act) error {
	if format == "jsonl" {
		return json.NewEncoder(w).Encode(a)
	}
	_, err := fmt.Fprintln(w, plain(actLine(*a)))
	return err
}

// actLine is an act on one line for people.
func actLine(a isnad.Act) string {
	s := fmt.Sprintf("%s  %s  %s  %s %s", a.ID, a.Time.Format("2006-01-02 15:04:05"), a.Name, a.Kind, a.About)
	for _, x := range []struct{ word, what string }{{"into", a.Into}, {"as", string(a.Grading)}, {"with strike status", string(a.Status)}, {"of", a.Of}} {
		if x.what != "" {
			s += " " + x.word + " " + x.what
		}
	}
	if len(a.Edit) > 0 {
		s += " setting " + strings.Join(a.Edit.Slots(), ", ")
	}
	if a.Reason != "" {
		s += ": " + a.Reason
	}
	return s
}
