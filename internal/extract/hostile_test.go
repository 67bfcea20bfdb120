package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"isnad"
)

// zeros is a file of n zero bytes that holds none of them and counts what is read.
type zeros struct{ n, read int64 }

func (z *zeros) ReadAt(p []byte, off int64) (int, error) {
	if off >= z.n {
		return 0, io.EOF
	}
	n := min(int64(len(p)), z.n-off)
	clear(p[:n])
	z.read += n
	if n < int64(len(p)) {
		return int(n), io.EOF
	}
	return int(n), nil
}

func TestZerosAreNamedWithoutReadingThemAll(t *testing.T) {
	z := &zeros{n: 1 << 30}
	_, err := Read(context.Background(), &isnad.Capture{Address: "file:zeros.txt"}, z, 0, 0)
	if err == nil || !strings.Contains(err.Error(), "all zero") {
		t.Errorf("error = %v, want one that says the bytes are all zero", err)
	}
	if z.read > 1<<20 {
		t.Errorf("%d bytes were read of a file that is recognised by its head", z.read)
	}
}

// What no report can be read out of gives an error that names it.
func TestUnreadable(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty file", "", "an empty file"},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"},
		{"PDF", "%PDF-1.7\n%\xe2\xe3", "a PDF document"},
		{"ZIP", "PK\x03\x04\x14\x00", "a ZIP archive"},
		{"gzip of text", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "gzip-compressed"},
		{"WARC", "WARC/1.0\r\n", "must be unpacked first"},
		{"controls", strings.Repeat("\x01\x02\x03abc", 100), "control characters"},
		{"feed without items", `<rss version="2.0"><channel><title>x</title></channel></rss>`, "no items"},
		{"feed cut short", `<rss version="2.0"><channel><title>x`, "feed"},
		{"feed nested", "<rss>" + strings.Repeat("<a>", 200) + "</rss>", "nested more than"},
		{"second document type", `<!DOCTYPE rss><!DOCTYPE rss><rss version="2.0"><channel></channel></rss>`, "refused"},
		{"JSONL without a report", "{\"a\":1}\n", `needs "text"`},
		{"scripts only", "<html><script>x</script></html>", "no text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := Read(context.Background(), &isnad.Capture{Address: "stdin:"}, strings.NewReader(c.in), 0, 0)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error = %v, want one with %q", err, c.want)
			}
			if len(res.Reports) != 0 {
				t.Errorf("%d reports came with the error", len(res.Reports))
			}
		})
	}
}

func TestTooLargeDocument(t *testing.T) {
	big := bytes.Repeat([]byte("A line of a very long text.\n"), maxDocument/28+1)
	_, err := Read(context.Background(), &isnad.Capture{Address: "file:x.txt"}, bytes.NewReader(big), 0, 0)
	if !errors.Is(err, isnad.ErrTooLarge) {
		t.Errorf("error = %v, want ErrTooLarge", err)
	}
}

// Inputs that are made to take long must not; the time allowed is generous because
// machines differ, and what goes wrong here takes minutes.
func TestHostileInputEndsSoon(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	story := "<p>" + strings.Repeat("The council met on Monday and spoke about the bridge and the road. ", 5) + "</p>"
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	for _, c := range []struct{ name, file, in string }{
		{"nested div", "x.html", "<html><body>" + many("<div>", 100_000) + story},
		{"nested and closed", "x.html", "<html><body>" + many("<div>", 100_000) + story + many("</div>", 100_000)},
		{"nested formatting", "x.html", "<html><body>" + many("<b><i><a>", 50_000) + story},
		{"nested tables", "x.html", "<html><body>" + many("<table><tr><td>", 30_000) + story},
		{"misnested", "x.html", "<html><body>" + many("<a><p></a></p>", 50_000) + story},
		{"open paragraphs", "x.html", "<html><body>" + many("<p>x", 100_000) + story},
		{"open anchors", "x.html", "<html><body>" + many("<a href=/x>y", 100_000) + story},
		{"gigantic attribute", "x.html", "<html><body><p title='" + many("x", 8<<20) + "'>a</p>" + story},
		{"many attributes", "x.html", "<html><body><p " + many("a=1 ", 100_000) + ">a</p>" + story},
		{"different attributes", "x.html", "<html><body><p " + numbered(50_000) + ">a</p>" + story},
		{"unclosed comment", "x.html", "<html><body>" + story + many("<!--", 200_000)},
		{"unclosed tags", "x.html", "<html><body>" + story + many("<", 500_000)},
		{"select in select", "x.html", "<html><body>" + many("<select><option>", 50_000) + story},
		{"many headings", "x.html", "<html><body>" + many("<h2>The council met on Monday again</h2>"+story, 1000)},
		{"many articles", "x.html", "<html><body>" + many("<article><h2>The council met</h2>"+story+"</article>", 2000)},
		{"many JSON-LD", "x.html", "<html><body>" + many(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>`, 20_000) + story},
		{"deep JSON-LD", "x.html", `<html><body><script type="application/ld+json">` + many(`{"@graph":[`, 9000) + "</script>" + story},
		{"markdown quotes", "x.md", many(">", 100_000) + " x\n"},
		{"markdown brackets", "x.md", many("[", 100_000) + "x\n"},
		{"markdown links", "x.md", many("[a](", 30_000) + "x\n"},
		{"markdown stars", "x.md", many("**a *b ", 50_000) + "x\n"},
		{"markdown lists", "x.md", nestedList(2000)},
		{"markdown backticks", "x.md", backticks(1500)},
		{"markdown table", "x.md", "|" + many("a|", 20_000) + "\n|" + many("-|", 20_000) + "\n" + many("|\n", 5000)},
		{"markdown html", "x.md", many("<div><!--", 50_000)},
		{"markdown references", "x.md", many("[a]: b\n", 50_000) + many("[a]", 900)},
		{"text of separators", "x.txt", many("* * *\n\n", 200_000)},
		{"text of titles", "x.txt", many("The council met on Monday\n\n", 50_000)},
		{"text of addresses", "x.txt", many("http://", 1_000_000)},
		{"text of credits", "x.txt", many("by A/B, AFP 1/2/2018\n", 50_000)},
		{"text of dashes", "x.txt", many("AA - ", 1_000_000)},
		{"one long line", "x.txt", many("word ", 4_000_000)},
		{"text of brackets", "x.txt", many("(", 100_000) + many(")", 100_000)},
		{"feed of entities", "x.xml", `<rss version="2.0"><channel><item><title>` + many("&amp;", 500_000) + `</title></item></channel></rss>`},
		{"feed of items", "x.xml", `<rss version="2.0"><channel>` + many("<item><title>x</title></item>", 50_000) + `</channel></rss>`},
		{"feed of tags in text", "x.xml", `<rss version="2.0"><channel><item><title>x</title><description>` + many("&lt;div&gt;", 100_000) + `</description></item></channel></rss>`},
		{"JSON of depth", "x.jsonl", many("[", 5_000_000)},
		{"JSONL of scraps", "x.jsonl", many("{}\n", 300_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			res, err := Read(context.Background(), &isnad.Capture{Address: "file:" + c.file}, strings.NewReader(c.in), 0, 0)
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			} else if testing.Verbose() {
				t.Logf("%v for %d bytes: %d reports, error %.100v", d, len(c.in), len(res.Reports), err)
			}
			if err == nil && len(res.Reports) == 0 {
				t.Error("neither reports nor an error")
			}
		})
	}
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d=1 ", i)
	}
	return b.String()
}

func nestedList(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "- x\n")
	}
	return b.String()
}

func backticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

// A page too deep for a tree is still read, as flat text, and says so.
func TestDeepPageKeepsItsText(t *testing.T) {
	in := "<html><head><title>x</title></head><body>" + strings.Repeat("<div>", 100_000) + "<p>The council met on Monday and spoke about the bridge.</p>"
	res, err := Read(context.Background(), &isnad.Capture{Address: "file:x.html"}, strings.NewReader(in), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	r := res.Reports[0]
	if r.Text != "The council met on Monday and spoke about the bridge." {
		t.Errorf("text = %q", r.Text)
	}
	if len(r.Doubts) == 0 || !strings.Contains(r.Doubts[0], "nested") {
		t.Errorf("doubts = %q, want one about the nesting", r.Doubts)
	}
}

// A long page whose paragraphs are never closed is not deep.
func TestUnclosedParagraphsAreNotDeep(t *testing.T) {
	in := "<html><body>" + strings.Repeat("<p>The council met on Monday and spoke about the bridge.\n", 500)
	if why := guard(in); why != "" {
		t.Errorf("guard: %s", why)
	}
}

func TestInvalidUTF8(t *testing.T) {
	in := "The council met on Monday \xff\xfe and spoke about the bridge \xc3\x28 for three hours, قال المجلس.\n"
	res, err := Read(context.Background(), &isnad.Capture{Address: "file:x.txt"}, strings.NewReader(in), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	r := res.Reports[0]
	if !strings.Contains(r.Text, "Monday \uFFFD and") {
		t.Errorf("text = %q", r.Text)
	}
	if len(r.Doubts) != 1 || !strings.Contains(r.Doubts[0], "3 bytes are not valid UTF-8") {
		t.Errorf("doubts = %q", r.Doubts)
	}
}

// NUL bytes within a text are dropped, so that no database refuses it.
func TestNUL(t *testing.T) {
	res, err := Read(context.Background(), &isnad.Capture{Address: "file:x.txt"}, strings.NewReader("The council\x00 met on Monday and spoke about the bridge.\n"), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := res.Reports[0].Text; got != "The council met on Monday and spoke about the bridge." {
		t.Errorf("text = %q", got)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, in := range []string{"text\n", "<html><p>x</p>", "{\"text\":\"x\"}\n", `<rss version="2.0"/>`} {
		if _, err := Read(ctx, &isnad.Capture{Address: "stdin:"}, strings.NewReader(in), 0, 0); !errors.Is(err, context.Canceled) {
			t.Errorf("%.10q: error = %v, want context.Canceled", in, err)
		}
	}
}

// failing is a disk that fails.
type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("disk on fire") }

func TestReadErrorIsTold(t *testing.T) {
	_, err := Read(context.Background(), &isnad.Capture{Address: "file:x.txt"}, failing{}, 0, 0)
	if err == nil || !strings.Contains(err.Error(), "disk on fire") {
		t.Errorf("error = %v", err)
	}
}
