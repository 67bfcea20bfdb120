package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/mailbox"
	"isnad/internal/pipeline"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

// newsroom is a data folder with one report, which `isnad serve` serves and whose
// letters go to a mail server on this machine.
type newsroom struct {
	*testing.T
	data, rules, url string
	report           string // ID
	out              lockedBuffer
	stop             func()
}

const deskFrom = "مكتب الأخبار <desk@news.example>"

func openNewsroom(t *testing.T, rules string) *newsroom {
	n := &newsroom{T: t, data: t.TempDir()}
	n.rules = filepath.Join(n.data, "rules.json")
	if err := os.WriteFile(n.rules, []byte(rules), 0o600); err != nil {
		t.Fatal(err)
	}
	cmds := commands{Data: n.data}
	h, err := cmds.open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	defer h.workOn(t.Context(), slog.New(slog.DiscardHandler))()
	text := "قصف السوق في إدلب\n\nIDLIB, March 4, 2024 - Seven people were killed on Monday in an air strike on a market in Idlib, medical sources said.\n"
	n.report = keepOne(t, h, text)
	return n
}

// keepOne has a house that is empty take in a report and read it; it returns its ID.
func keepOne(t *testing.T, h *house, text string) string {
	t.Helper()
	if _, _, err := h.pipeline.Keep(t.Context(), isnad.Capture{Address: "https://hill.example/idlib", MediaType: "text/plain"}, strings.NewReader(text), pipeline.MaxLocal); err != nil {
		t.Fatal(err)
	}
	if err := h.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, _, err := h.store.Reports(t.Context(), store.ReportQuery{})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d reports, %v", len(rows), err)
	}
	return rows[0].ID
}

// serve begins `isnad serve` on a free port, with letters to a mail server.
func (n *newsroom) serve(smtp string, args ...string) {
	n.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		n.Fatal(err)
	}
	at := l.Addr().String()
	l.Close()
	n.url = "http://" + at
	ctx, cancel := context.WithCancel(n.Context())
	ended := make(chan int, 1)
	n.out = lockedBuffer{}
	all := append([]string{"--data", n.data, "--case-rules", n.rules, "serve", "--listen", at, "--url", n.url, "--smtp", "smtp://" + smtp, "--mail-from", deskFrom}, args...)
	go func() { ended <- run(ctx, all, console{strings.NewReader(""), &n.out, &n.out}) }()
	n.stop = func() {
		cancel()
		if code := <-ended; code != 0 {
			n.Errorf("serve ended with %d: %s", code, n.out.String())
		}
		n.stop = func() {}
	}
	n.Cleanup(func() { n.stop() })
	n.out.wait(n.T, regexp.MustCompile(`is at http`))
}

// isnad runs a command beside serve, as the operator does, and returns what it printed.
func (n *newsroom) isnad(args ...string) string {
	n.Helper()
	var out, errs bytes.Buffer
	if code := run(n.Context(), append([]string{"--data", n.data, "--case-rules", n.rules}, args...), console{strings.NewReader(""), &out, &errs}); code != 0 {
		n.Fatalf("isnad %s: exit status %d: %s", args, code, errs.String())
	}
	return out.String()
}

// get returns a page.
func (n *newsroom) get(address string) (int, string) {
	n.Helper()
	r, err := http.Get(address)
	if err != nil {
		n.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		n.Fatal(err)
	}
	return r.StatusCode, string(b)
}

var taskOf = regexp.MustCompile(`name="task" value="([^"]+)"`)

// send fills the form that stands on a page, as a browser does, and returns the
// status and where it was led to.
func (n *newsroom) send(page, action string, v url.Values) (int, string) {
	n.Helper()
	status, body := n.get(page)
	task := taskOf.FindStringSubmatch(body)
	if task == nil {
		n.Fatalf("no form at %s: %d %.300s", page, status, body)
	}
	v.Set("task", task[1])
	v.Set("answer", gate.Solve(task[1], 17))
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := client.PostForm(action, v)
	if err != nil {
		n.Fatal(err)
	}
	r.Body.Close()
	return r.StatusCode, r.Header.Get("Location")
}

// open hands in a form at /cases/new and returns the secret address.
func (n *newsroom) open(v url.Values) string {
	n.Helper()
	status, to := n.send(n.url+"/cases/new?kind="+v.Get("kind")+"&about="+v.Get("about"), n.url+"/cases", v)
	if status != http.StatusSeeOther {
		n.Fatalf("the form was answered with %d", status)
	}
	to, _, _ = strings.Cut(to, "?")
	return n.url + to
}

// step sends a form of one's own case.
func (n *newsroom) step(secret, do string, v url.Values) {
	n.Helper()
	if status, to := n.send(secret, secret+"/"+do, v); status != http.StatusSeeOther {
		n.Fatalf("%s was answered with %d %s", do, status, to)
	}
}

// numbered is the ID of a case by its number.
func (n *newsroom) numbered(number int) string {
	n.Helper()
	for line := range strings.Lines(n.isnad("case", "list", "--format", "jsonl")) {
		var c struct {
			ID     string
			Number int
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			n.Fatal(err)
		}
		if c.Number == number {
			return c.ID
		}
	}
	n.Fatalf("no case %d", number)
	return ""
}

// hurry ends the pause of every letter that waits, while nothing serves.
func (n *newsroom) hurry() {
	n.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(n.data, "isnad.db")+"?_pragma=busy_timeout(10000)")
	if err != nil {
		n.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("UPDATE mail SET due = 0"); err != nil {
		n.Fatal(err)
	}
}

// wellFormed holds a letter to what every letter must be, and returns what its
// reader sees.
func wellFormed(t *testing.T, r mailbox.Received, secret string) (subject, text string) {
	t.Helper()
	head, _, _ := bytes.Cut(r.Raw, []byte("\r\n\r\n"))
	for _, b := range head {
		if b >= 0x80 {
			t.Errorf("the header is no ASCII: %s", head)
			break
		}
	}
	for name, want := range map[string]string{"From": deskFrom, "Auto-Submitted": "auto-generated", "List-Unsubscribe": "", "Bcc": "", "Cc": ""} {
		got := r.Header(t, name)
		if name == "From" {
			got = strings.ReplaceAll(got, `"`, "")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if len(r.Message.Header["To"]) != 1 || len(r.Message.Header["Subject"]) != 1 {
		t.Errorf("header %v", r.Message.Header)
	}
	if r.Message.Header.Get("Message-Id") == "" || !strings.HasPrefix(r.Message.Header.Get("Content-Type"), "text/plain; charset=UTF-8") {
		t.Errorf("header %v", r.Message.Header)
	}
	subject, text = r.Subject(t), r.Text(t)
	token := secret[strings.LastIndexByte(secret, '/')+1:]
	if strings.Contains(string(head), token) || strings.Contains(subject, token) {
		t.Errorf("the header holds the secret: %s", head)
	}
	if !strings.Contains(text, "\n"+secret+"\n") {
		t.Errorf("the letter does not lead to %s: %s", secret, text)
	}
	return subject, text
}

// A person fills the form, and every letter about their case reaches their mailbox,
// from the receipt to the decision on their appeal, with a link that leads to what
// it speaks of.
func TestLettersOfACase(t *testing.T) {
	mails := mailbox.Serve(t, mailbox.Plain)
	n := openNewsroom(t, `{}`)
	n.serve(mails.Address)
	const to = "samira@press.example"
	v := url.Values{"kind": {"complaint"}, "about": {n.report}, "text": {"The street is named wrongly."}, "name": {"سميرة حدّاد\r\nBcc: other@press.example"}, "email": {to}}
	if _, page := n.get(n.url + "/cases/new?kind=complaint&about=" + n.report); !strings.Contains(page, "it is also sent there") {
		t.Error("the form does not say that letters are sent")
	}
	secret := n.open(v)
	id := n.numbered(1)
	type wanted struct {
		subject string
		words   []string
	}
	var wants []wanted
	letter := func(subject string, words ...string) { wants = append(wants, wanted{subject, words}) }
	leadsTo := func(words ...string) {
		t.Helper()
		status, page := n.get(secret)
		page = html.UnescapeString(page)
		for _, w := range append(words, "The street is named wrongly.") {
			if status != http.StatusOK || !strings.Contains(page, w) {
				t.Errorf("the link leads to %d, a page without %q", status, w)
			}
		}
	}
	letter("Received")
	leadsTo("It has arrived.")
	n.isnad("case", "acknowledge", id)
	letter("Acknowledged")
	n.isnad("case", "ask", id, "--text", "Which street? أي شارع؟")
	letter("A question", "Which street? أي شارع؟")
	leadsTo("Which street? أي شارع؟")
	n.step(secret, "answer", url.Values{"text": {"The street of the mill."}})
	n.isnad("case", "decide", id, "--decision", "upheld", "--reasons", "It is Mill Street.\n.\nFrom: nobody", "--effect", "retraction")
	letter("Decided", "It is Mill Street.\n.\nFrom: nobody", "marked as retracted")
	leadsTo("It is Mill Street.")
	n.isnad("case", "carry-out", id)
	letter("Carried out")
	n.step(secret, "appeal", url.Values{"text": {"It should be corrected instead."}})
	letter("Appeal received")
	leadsTo("You appealed.")
	n.isnad("case", "decide", id, "--decision", "rejected", "--reasons", "The retraction says enough.")
	letter("Decided", "The retraction says enough.")

	all := mails.Wait(t, to, len(wants))
	for i, w := range wants { // they come in the order of what they tell
		subject, text := wellFormed(t, all[i], secret)
		if subject != w.subject+": case 1 (complaint)" {
			t.Errorf("subject %q, want %q", subject, w.subject)
		}
		for _, x := range w.words {
			if !strings.Contains(text, x) {
				t.Errorf("no %q in %q", x, text)
			}
		}
	}
	names, thread := map[string]bool{}, all[0].Message.Header.Get("References")
	for _, r := range all {
		names[r.Message.Header.Get("Message-Id")] = true
		if got := r.Message.Header.Get("References"); got != thread || got != "<"+id+"@news.example>" || r.Message.Header.Get("In-Reply-To") != got {
			t.Errorf("the letters are no thread: %s, %s", got, thread)
		}
	}
	if len(names) != len(all) {
		t.Errorf("%d letters under %d names", len(all), len(names))
	}

	// An address that holds more than one is none, and nobody is written to.
	for _, bad := range []string{to + "\r\nBcc: other@press.example", to + ", other@press.example", "<" + to + ">"} {
		v.Set("email", bad)
		if status, _ := n.send(n.url+"/cases/new?kind=complaint&about="+n.report, n.url+"/cases", v); status != http.StatusUnprocessableEntity {
			t.Errorf("%q is answered with %d", bad, status)
		}
	}

	// What the operator opens for somebody leads to the address that serve was told.
	printed := n.isnad("case", "open", "--kind", "complaint", "--about", n.report, "--text", "By telephone.", "--email", "tel@press.example")
	at := regexp.MustCompile(regexp.QuoteMeta(n.url) + `/cases/\w+`).FindString(printed)
	if at == "" {
		t.Fatalf("no link is printed: %s", printed)
	}
	wellFormed(t, mails.Wait(t, "tel@press.example", 1)[0], at)
	if status, page := n.get(at); status != http.StatusOK || !strings.Contains(page, "By telephone.") {
		t.Errorf("the printed link leads to %d", status)
	}
	if got := len(mails.Got()); got != len(all)+1 {
		t.Errorf("%d letters came, %d were to come", got, len(all)+1)
	}
}

// Who gave a copyright notice gets the counter-notice, sees it at their secret
// address, and says there that they filed an action: nothing is put back. Upon
// another counter-notice, of which they say nothing, the text comes back, and both
// are told. The person is written to in Arabic, as they chose.
func TestLettersOfACounterNotice(t *testing.T) {
	mails := mailbox.Serve(t, mailbox.Plain)
	n := openNewsroom(t, `{"terms": {"counter_notice": {"put_back_min": 0, "put_back_max": 0}}}`)
	n.serve(mails.Address)
	const owner, writer = "owner@works.example", "samira@press.example"
	notice := n.open(url.Values{"kind": {"copyright"}, "about": {n.report}, "text": {"It is our text."}, "work": {"A text"}, "name": {"An Owner"}, "email": {owner},
		"signature": {"An Owner"}, "good_faith": {"yes"}, "accuracy": {"yes"}})
	n.isnad("case", "decide", n.numbered(1), "--decision", "upheld", "--reasons", "It is theirs.", "--effect", "removal")
	n.isnad("case", "carry-out", n.numbered(1))
	form := url.Values{"kind": {"counter_notice"}, "about": {n.report}, "text": {"We wrote it ourselves."}, "name": {"سميرة حدّاد"}, "email": {writer}, "language": {"ar"},
		"postal": {"Mill Lane 3"}, "phone": {"+1 202 555 0101"}, "signature": {"سميرة حدّاد"}, "accuracy": {"yes"}, "jurisdiction": {"yes"}}
	counter := n.open(form)
	if _, page := n.get(notice); strings.Contains(page, "We wrote it ourselves.") {
		t.Error("a form that nobody has looked at is shown to others")
	}
	n.isnad("case", "acknowledge", n.numbered(2))
	_, text := wellFormed(t, mails.Wait(t, owner, 4)[3], notice)
	if !strings.Contains(text, "We wrote it ourselves.") || !strings.Contains(text, "Mill Lane 3") || strings.Contains(text, writer) {
		t.Errorf("the copy: %s", text)
	}
	_, page := n.get(notice)
	for _, w := range []string{"We wrote it ourselves.", "سميرة حدّاد", "Mill Lane 3", "I have filed an action"} {
		if !strings.Contains(html.UnescapeString(page), w) {
			t.Errorf("no %q at the address of the notice", w)
		}
	}
	if strings.Contains(page, writer) || strings.Contains(page, counter[strings.LastIndexByte(counter, '/')+1:]) {
		t.Error("the notice shows how to write to the other person, or their secret address")
	}
	n.isnad("case", "decide", n.numbered(2), "--decision", "upheld", "--reasons", "They wrote it.", "--effect", "restoration")
	n.step(notice, "action_filed", url.Values{"counter": {n.numbered(2)}, "text": {"Sample Court, 1:26-cv-1."}})
	var errs bytes.Buffer
	if code := run(n.Context(), []string{"--data", n.data, "--case-rules", n.rules, "case", "carry-out", n.numbered(2)}, console{strings.NewReader(""), &errs, &errs}); code != 1 {
		t.Errorf("it was put back all the same: %s", errs.String())
	}
	n.isnad("case", "decide", n.numbered(2), "--decision", "rejected", "--reasons", "An action was filed.")
	if status, _ := n.get(n.url + "/reports/" + n.report); status != http.StatusGone {
		t.Errorf("the report is answered with %d", status)
	}

	form.Set("text", "The action is over.")
	n.open(form)
	n.isnad("case", "decide", n.numbered(3), "--decision", "upheld", "--reasons", "They wrote it.", "--effect", "restoration")
	n.isnad("case", "carry-out", n.numbered(3))
	if status, _ := n.get(n.url + "/reports/" + n.report); status != http.StatusOK {
		t.Errorf("after it was put back: %d", status)
	}
	subjects := func(to string, count int) (out []string) {
		for _, r := range mails.Wait(t, to, count) {
			s := r.Subject(t)
			out = append(out, s[:strings.IndexByte(s, ':')])
		}
		return out
	}
	if got := subjects(owner, 7); !slices.Equal(got, []string{"Received", "Decided", "Carried out", "A counter-notice against your notice", "Your word of an action was received", "A counter-notice against your notice", "Put back"}) {
		t.Errorf("the owner gets %q", got)
	}
	if got := subjects(writer, 8); !slices.Equal(got, []string{"وصلت رسالتك", "تأكيد الاستلام", "صدر القرار", "رُفعت دعوى", "صدر القرار", "وصلت رسالتك", "صدر القرار", "نُفّذ القرار"}) {
		t.Errorf("the writer gets %q", got)
	}
	for _, r := range mails.Wait(t, writer, 5)[:5] {
		wellFormed(t, r, counter)
		if r.Message.Header.Get("Content-Language") != "ar" {
			t.Errorf("language %q", r.Message.Header.Get("Content-Language"))
		}
	}
}

// A mail server that is away while forms come in, and comes back, gets each letter
// once; nothing is lost though serve was stopped in between.
func TestLettersWaitForTheMailServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	away := l.Addr().String()
	l.Close()
	n := openNewsroom(t, `{}`)
	n.serve(away)
	const forms = 5
	secrets := map[string]string{}
	for i := range forms {
		to := fmt.Sprintf("p%d@press.example", i)
		secrets[to] = n.open(url.Values{"kind": {"complaint"}, "about": {n.report}, "text": {fmt.Sprint("Wrong ", i)}, "email": {to}})
	}
	n.out.wait(t, regexp.MustCompile(`letters cannot be sent`))
	n.stop()
	if s := n.out.String(); strings.Contains(s, "@press.example") {
		t.Errorf("what is logged names a person: %s", s)
	}
	mails := mailbox.ServeAt(t, away, mailbox.Plain)
	n.hurry()
	before := n.url
	n.serve(away)
	for to, secret := range secrets {
		wellFormed(t, mails.Wait(t, to, 1)[0], secret)
		status, page := n.get(strings.Replace(secret, before, n.url, 1))
		if status != http.StatusOK || !strings.Contains(page, "Wrong "+to[1:2]) {
			t.Errorf("%s leads to %d", secret, status)
		}
	}
	n.stop()
	n.hurry() // whatever still waited would come now
	n.serve(away)
	n.open(url.Values{"kind": {"complaint"}, "about": {n.report}, "text": {"The last."}, "email": {"last@press.example"}})
	mails.Wait(t, "last@press.example", 1)
	if got := len(mails.Got()); got != forms+1 {
		t.Errorf("%d letters came of %d", got, forms+1)
	}
}
