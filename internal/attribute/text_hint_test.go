package attribute

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// hinted are the rules that are asked only where a word hints at them: their first switch lists
// the words at which they begin.
var hinted = map[string]hint{
	"field.intoVehicle": mayCarryOff, "field.madeOffWith": mayCarryOff, "playWord": mayPlay, "onlyPlay": mayPlay, "outsidePlay": mayPlay, "field.ledApart": mayCarryOff, "field.markCarriedOff": mayCarryOff,
	"field.seizing": maySeize, "field.drivesArmed": mayDriveOut, "field.crashes": mayGoDown, "field.ledAway": mayLeadAway, "field.takesHerd": mayRustle, "field.wrecks": mayWreck, "field.firedInto": mayFireInto, "field.bulletHit": mayFireInto,
	"landed": mayLand, "field.callsUntrue": mayAnswer, "field.holdsGuilty": mayAnswer,
	"field.inquires": mayCredit, "putsOut": mayCredit, "hisCount": mayCredit, "field.givesFigure": mayCredit, "field.paperBy": mayCredit, "doc.naming": mayCredit,
	"countsByName": mayName, "opensSum": maySumUp, "field.alsoOneself": mayBeSelf, "doc.policeBeat": mayTellBeat, "raider": mayRaid,
	"field.fatalOf": mayHarm, "piercing": mayHarm, "strikesAt": mayHarm, "costMen": mayHarm, "unharmed": mayHarm, "graveOf": mayHarm, "leftWith": mayHarm, "ofWounds": mayHarm,
	"field.feast": mayDate, "field.movable": mayDate, "field.season": mayDate, "field.longSpan": mayLast, "overTime": mayLast, "field.comparedWith": mayLast, "long": mayMeasure, "movesInto": mayMove, "movesOn": mayMove, "roadWord": mayPlace, "spotWord": mayPlace, "field.opensQuantity": mayNumber, "field.onTrial": mayTry, "field.ownLife": mayCarryOff,
}

// hintedByIf are those that list their words in comparisons of a variable w.
var hintedByIf = map[string]hint{"doc.casualties": mayHarm, "bomber": mayBomber}

func TestHintsMissNoRule(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			name := fn.Name.Name
			if fn.Recv != nil {
				if of, ok := fn.Recv.List[0].Type.(*ast.StarExpr); ok {
					name = of.X.(*ast.Ident).Name + "." + name
				}
			}
			words, h := firstCases(fn.Body), hinted[name]
			if h == 0 {
				words, h = compared(fn.Body), hintedByIf[name]
			}
			if h == 0 {
				continue
			}
			seen[name] = true
			if len(words) == 0 {
				t.Errorf("%s lists no words", name)
			}
			for _, w := range words {
				if nd := lexiconEN().first.get(strings.Fields(w)[0]); nd == nil || nd.hints&h == 0 {
					t.Errorf("%s begins at %q, which has no hint of it: add it to hintWords", name, w)
				}
			}
		}
	}
	for _, rules := range []map[string]hint{hinted, hintedByIf} {
		for name := range rules {
			if !seen[name] {
				t.Errorf("there is no %s", name)
			}
		}
	}
}

// firstCases are the words that the cases of the first switch list.
func firstCases(body *ast.BlockStmt) (words []string) {
	var first *ast.SwitchStmt
	ast.Inspect(body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SwitchStmt); ok && first == nil {
			first = s
		}
		return first == nil
	})
	if first == nil {
		return nil
	}
	for _, c := range first.Body.List {
		for _, e := range c.(*ast.CaseClause).List {
			words = append(words, literal(e)...)
		}
	}
	return words
}

// compared are the words that a variable w is compared with.
func compared(body *ast.BlockStmt) (words []string) {
	ast.Inspect(body, func(n ast.Node) bool {
		if e, ok := n.(*ast.BinaryExpr); ok && (e.Op == token.EQL || e.Op == token.NEQ) {
			if x, ok := e.X.(*ast.Ident); ok && x.Name == "w" {
				words = append(words, literal(e.Y)...)
			}
		}
		return true
	})
	return words
}

func literal(e ast.Expr) []string {
	if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
		if w, err := strconv.Unquote(l.Value); err == nil {
			return []string{w}
		}
	}
	return nil
}

// "spoke of" and the like are told by how they are written.
func TestWordsForSpeakingOfHint(t *testing.T) {
	n := 0
	for _, e := range lexiconEN().first.entries {
		for w, next := range e.node.next {
			if first := e.word(); next.known && spokeOf(first+" "+w) {
				if n++; e.node.hints&mayHarm == 0 {
					t.Errorf("%q has no hint", first)
				}
			}
		}
	}
	if n == 0 {
		t.Error("there are none")
	}
}

// The lexicon tells a word that only has hints from those that it knows.
func TestHintsAreNoEntries(t *testing.T) {
	f := new(field)
	f.load("Ridgeback marched offloaded Troopers by twenty-five.", false, lexiconEN())
	for k := range f.items {
		switch f.word(k) {
		case "offloaded":
			if it := &f.items[k]; it.w != nil || !it.may(mayLeadAway) || it.may(mayHarm) {
				t.Errorf("%+v", it)
			}
		case "ridgeback":
			if f.items[k].hints != 0 {
				t.Errorf("%+v", f.items[k])
			}
		}
	}
}
