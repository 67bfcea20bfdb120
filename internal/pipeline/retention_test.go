package pipeline_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// So long after a case was closed it is nowhere any more who opened it: in no table
// and no file. What the register shows stays as it was, the log says what was
// forgotten, and archive, database and log agree.
func TestForgetCases(t *testing.T) {
	inCourt(t, func(h court) {
		t := h.t
		h.keep("https://hill.example/idlib", strings.ReplaceAll(strike, "%s", "Seven"))
		h.settle()
		f := isnad.CaseForm{Kind: isnad.CaseComplaint, About: reportOf(h.house), Text: "The street is wrong, says Quillfeather Zabulistani. Write to orrery@velvetsmith.example.",
			Name: "Quillfeather Zabulistani", Email: "orrery@velvetsmith.example", Phone: "+44 20 7946 0991", Postal: "9 Velvetsmith Lane"}
		c, token := h.open(f, upload("zabulistani.txt", "Velvetsmith yard, seen from the roof"))
		h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseAdd, Text: "I am Quillfeather Zabulistani, +44 20 7946 0991"}, claimant)
		c = h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "Quillfeather Zabulistani is right about the street."}}, operator)
		c = h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseClose}, operator)
		open, _ := h.open(isnad.CaseForm{Kind: isnad.CaseComplaint, About: f.About, Text: "Another one.", Name: "Samira Haddad", Email: "samira@press.example"})
		h.settle()
		words := []string{"uillfeather", "abulistani", "orrery@", "elvetsmith", "7946 0991", token}
		if len(h.leaks(words...)) < 5 {
			t.Fatal("it is not known who opened the case")
		}
		public := casework.Public(&c)

		h.Retention = pipeline.Retention{Cases: 30 * 24 * time.Hour}
		soon := time.Now().AddDate(0, 0, 40) // an appeal may still come
		if old, err := h.Old(t.Context(), soon); err != nil || len(old.Cases) > 0 {
			t.Errorf("while there may be an appeal: %+v %v", old, err)
		}
		late := time.Now().AddDate(0, 0, 400)
		if old, err := h.Old(t.Context(), late); err != nil || len(old.Cases) != 1 || old.Cases[0] != c.ID {
			t.Errorf("due: %+v %v", old, err)
		}
		for n := range 2 { // the second time there is nothing left to do
			did, err := h.Forget(t.Context(), late)
			if want := [][]string{{c.ID}, nil}[n]; err != nil || !slices.Equal(did.Cases, want) || did.More {
				t.Fatalf("time %d: %+v %v", n, did, err)
			}
			h.settle()
		}
		if err := h.Store.Purge(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, s := range h.leaks(words...) {
			t.Error(s)
		}
		after, err := h.Store.Case(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := casework.Public(&after); !reflect.DeepEqual(got, public) {
			t.Errorf("the register shows\n%+v\nand showed\n%+v", got, public)
		}
		if after.Forgotten.IsZero() || after.Form.Email+after.Form.Name+after.Form.Phone+after.Form.Postal != "" {
			t.Errorf("%+v", after)
		}
		if _, err := h.Store.CaseOf(t.Context(), isnad.HashOf([]byte(token))); err == nil {
			t.Error("the secret address still leads to it")
		}
		if x, err := h.Store.Case(t.Context(), open.ID); err != nil || x.Form.Name != "Samira Haddad" {
			t.Errorf("an open case: %+v %v", x.Form, err)
		}
		if list, _, err := h.Store.Cases(t.Context(), store.CaseQuery{Order: store.CasesOldest}); err != nil || len(list) != 2 {
			t.Errorf("%d cases, %v", len(list), err)
		}
		h.whole()
	})
}

// What cannot be read holds up nothing else that is due, and is told each time.
func TestForgetPastFaults(t *testing.T) {
	inCourt(t, func(h court) {
		t := h.t
		h.keep("https://hill.example/idlib", strings.ReplaceAll(strike, "%s", "Seven"))
		h.settle()
		var ids []string
		for range 2 {
			c, _ := h.open(complaint(reportOf(h.house)))
			h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "The street is right."}}, operator)
			h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseClose}, operator)
			ids = append(ids, c.ID)
		}
		o, err := h.HandIn(t.Context(), isnad.Offer{Source: "Hill Post", Text: "Shells fell on the mill."}, nil)
		if err == nil {
			_, err = h.RefuseOffer(t.Context(), o.ID, "It is known already.", isnad.Person{ID: "u1", Name: "Editor"})
		}
		for range 3 {
			err = errors.Join(err, h.Store.RecordAccess(t.Context(), isnad.Access{Time: time.Now(), Person: "u1", What: isnad.AccessOriginal, About: "r1"}))
		}
		if err != nil {
			t.Fatal(err)
		}
		run(t, h.database, "UPDATE cases SET doc = '{' WHERE id = '"+ids[0]+"'")
		h.Retention = pipeline.Retention{Cases: time.Hour, Offers: time.Hour, Accesses: time.Hour}
		late := time.Now().AddDate(2, 0, 0)
		old, oldErr := h.Old(t.Context(), late)
		did, err := h.Forget(t.Context(), late)
		if oldErr == nil || err == nil || !strings.Contains(err.Error(), ids[0]) {
			t.Errorf("the unreadable case is not told: %v, %v", oldErr, err)
		}
		want := pipeline.Old{Offers: []string{o.ID}, Cases: ids[1:], Accesses: 2}
		if !reflect.DeepEqual(did, want) || !reflect.DeepEqual(old, want) {
			t.Errorf("forgot %+v, said %+v, want %+v", did, old, want)
		}
		if c, err := h.Store.Case(t.Context(), ids[1]); err != nil || c.Form.Name != "" {
			t.Errorf("the readable case: %+v %v", c.Form, err)
		}
		if did, err := h.Forget(t.Context(), late); err == nil || len(did.Cases)+len(did.Offers)+did.Accesses > 0 {
			t.Errorf("again: %+v %v", did, err)
		}
	})
}

// A picture that shows what is erased is destroyed with it where the deciding person
// ticked it, those of a submission too; others stay.
func TestErasureTakesFiles(t *testing.T) {
	inCourt(t, func(h court) {
		t := h.t
		picture := func(shade uint8) string {
			m := image.NewGray(image.Rect(0, 0, 9, 9))
			m.SetGray(1, 1, color.Gray{Y: shade})
			var b bytes.Buffer
			if err := png.Encode(&b, m); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		o, err := h.HandIn(t.Context(), isnad.Offer{Source: "Hill Post", Title: secretTitle, Text: secretText, Published: isnad.Day{}}, []isnad.Upload{upload("offered.png", picture(10))})
		if err != nil {
			t.Fatal(err)
		}
		elsewhere, _ := h.keep("https://mill.example/idlib", strings.ReplaceAll(strike, "%s", "Seven"))
		words := strings.Fields(secretText)
		other, err := h.HandIn(t.Context(), isnad.Offer{Source: "Hill Post", Text: "Of their own: " + strings.Join(words[:5], " ") + ", and no more."}, nil)
		if err != nil {
			t.Fatal(err)
		}
		twin, err := h.HandIn(t.Context(), isnad.Offer{Source: "Mill Post", Text: "Sent to me: " + secretText}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if o, err = h.AcceptOffer(t.Context(), o.ID, "", isnad.Person{ID: "u1", Name: "Editor"}); err != nil {
			t.Fatal(err)
		}
		h.settle()
		report := h.reportBy("Hill Post").ID
		given, _ := h.open(isnad.CaseForm{Kind: isnad.CaseComplaint, About: report, Text: "See these."}, upload("shows.png", picture(20)), upload("other.png", picture(30)), upload("destroyed.png", picture(40)))
		*h.cases = 1 // the next one is numbered after it
		files, err := h.Store.FilesAbout(t.Context(), report)
		if err != nil || len(files) != 4 || files[0].Case != given.ID || files[3].Offer != o.ID {
			t.Fatalf("what was handed in about it: %+v %v", files, err)
		}
		ticked := func(more ...string) isnad.Ruling {
			return isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "A person is in danger.", Effect: isnad.EffectErasure, Files: append(more, files[0].Capture, files[3].Capture)}
		}
		// A file that is not listed, but stands, is not passed over: nothing is erased then.
		h.refuses(report, ticked(elsewhere.ID))
		h.refuses(report, ticked("c00000000000000000000"))
		// One that another decision destroyed since is.
		gone := files[2]
		err = h.Store.Begin(t.Context(), func(tx *store.Tx) error {
			return tx.AddCut(store.Cut{SHA256: gone.SHA256, Notice: given.ID}, gone.Capture)
		})
		if err != nil {
			t.Fatal(err)
		}
		h.must(report, ticked(gone.Capture))
		h.settle()
		for i, f := range files {
			blob, err := h.Archive.Open(f.SHA256)
			if err == nil {
				err = blob.Close()
			}
			if gone := errors.Is(err, isnad.ErrNotFound); gone != (i != 1) || !gone && err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
		if left, err := h.Store.FilesAbout(t.Context(), report); err != nil || len(left) != 1 {
			t.Errorf("what is left: %+v %v", left, err)
		}
		if o, err = h.Store.Offer(t.Context(), o.ID); err != nil || o.Title != store.Blotted || o.Text != store.Blotted {
			t.Errorf("the submission that became it: %+v %v", o, err)
		}
		// Others told of the same in words of their own, and one has the same text.
		if o, err := h.Store.Offer(t.Context(), other.ID); err != nil || o.Text != other.Text {
			t.Errorf("another submission: %+v %v", o, err)
		}
		if o, err := h.Store.Offer(t.Context(), twin.ID); err != nil || o.State != isnad.OfferWaiting || pipeline.Quotes(o.Text, secretText) || !strings.HasPrefix(o.Text, "Sent to me:") {
			t.Errorf("the same text, handed in by another: %+v %v", o, err)
		}
		h.whole()
	})
}
