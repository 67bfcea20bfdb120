package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"isnad"
)

func aCase() isnad.Case {
	at := time.Date(2024, 3, 4, 9, 0, 0, 0, time.UTC)
	return isnad.Case{
		ID: "d0123456789abcdef0123", Number: 7, Kind: isnad.CaseCorrection, State: isnad.CaseDecided, Opened: at, Due: at.AddDate(0, 0, 2), DueFor: isnad.CaseCarryOut,
		About: "k1", Report: "r1", Version: 2, Span: &isnad.Span{Start: 3, End: 9}, Quote: "=five", Form: isnad.CaseForm{Text: "It was three.", Right: "Three."},
		Decision: isnad.CaseUpheld, Reasons: "The statement says | three.", Decided: at, Notices: []string{},
		Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Effect: isnad.EffectCorrection, Statement: isnad.Statement{PUID: "d0-3", Facts: "A figure was misread."}},
		Acts:   []isnad.CaseAct{{Number: 1, Time: at, Kind: isnad.CaseOpen, Actor: isnad.ActorClaimant, State: isnad.CaseReceived, Text: "never told"}},
	}
}

// Every field of a case and of a notice is there, null where it is not known, and
// of an act nothing but what, when and on whose behalf.
func TestCaseLines(t *testing.T) {
	line := func(v any) map[string]any {
		t.Helper()
		b, err := json.Marshal(v)
		var out map[string]any
		if err == nil {
			err = json.Unmarshal(b, &out)
		}
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	var b bytes.Buffer
	enc, err := Cases(&b, JSONL, Options{})
	if err == nil {
		err = enc.Encode(aCase())
	}
	if err == nil {
		err = enc.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	got := line(json.RawMessage(b.Bytes()))
	for field, want := range map[string]any{"id": "d0123456789abcdef0123", "effect": "correction", "name": nil, "carried_out": nil, "due": "2024-03-06T09:00:00Z", "version": 2.0} {
		if v, there := got[field]; !there || v != want {
			t.Errorf("%s is %v, want %v", field, v, want)
		}
	}
	if strings.Contains(b.String(), "never told") || !strings.Contains(b.String(), `"puid":"d0-3"`) || !strings.Contains(b.String(), `"notices":[]`) {
		t.Error(b.String())
	}
	empty := line(CaseOf(isnad.Case{}))
	for field := range got {
		if _, there := empty[field]; !there {
			t.Errorf("%s is missing where nothing is known", field)
		}
	}
	for field, v := range line(NoticeOf(isnad.Notice{ID: "n1", Kind: isnad.NoticeReply})) {
		if v != nil && v != "" && v != false && v != 0.0 && field != "id" && field != "kind" {
			t.Errorf("%s is %v of a notice of which nothing is known", field, v)
		}
	}
}

// Words of strangers are no formulas.
func TestCaseTable(t *testing.T) {
	var b bytes.Buffer
	enc, err := Cases(&b, CSV, Options{})
	if err == nil {
		err = enc.Encode(aCase())
	}
	if err == nil {
		err = enc.Close()
	}
	if err != nil || !strings.Contains(b.String(), ",'=five,") || !strings.Contains(b.String(), ",The statement says | three.,") {
		t.Errorf("%v\n%s", err, b.String())
	}
	if _, err := Notices(&b, GeoJSON, Options{}); err == nil {
		t.Error("notices as a map")
	}
}
