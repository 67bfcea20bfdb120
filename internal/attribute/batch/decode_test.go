package batch

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sameAsJSON compares what decode reads with what encoding/json does.
func sameAsJSON(t interface{ Fatalf(string, ...any) }, line []byte, d *decoder) {
	var got, want reportIn
	before := string(line)
	err, wantErr := decode(line, &got, d), json.Unmarshal([]byte(before), &want)
	if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
		t.Fatalf("%q: error %v, encoding/json says %v", line, err, wantErr)
	}
	if err == nil && !reflect.DeepEqual(got, want) {
		t.Fatalf("%q is read as %+v, by encoding/json as %+v", line, got, want)
	}
	if string(line) != before {
		t.Fatalf("%q was changed to %q", before, line)
	}
}

// oddLines are lines that readers of JSON disagree about.
var oddLines = []string{
	`{"id":"a","source":"s","published":"2017-10-17","title":"t","text":"x"}`,
	`{"id":7,"text":"x"}`, `{"id":-7}`, `{"id":07}`, `{"id":0}`, `{"id":7.5e3,"text":"x"}`, `{"id":null}`, `{"id":[1,{"a":2}]}`, `{"id":true}`, `{"id":123`,
	`{"id":"a","id":"b","text":"x","text":"y"}`, `{"text":"x","text":null}`, `{"text":7}`, `{"text":["x"],"id":"a"}`,
	`{"ID":"a","TEXT":"x","Text":"y"}`, `{"tıtle":"x"}`, `{"ſource":"x"}`, `{"i\u0064":"a"}`, `{"":"x"}`, `{"other":"x","much":{"id":"a"},"n":1}`, `{"other":nul}`,
	`{"text":"\u0041\u00e9\u20ac\ud83d\ude00\"\\\/\b\f\n\r\t"}`, `{"text":"\ud83d"}`, `{"text":"\ude00\ud83d"}`, `{"text":"\ud83d\u0041"}`, `{"text":"\ud83dx"}`,
	`{"text":"\u12"}`, `{"text":"\u12g4"}`, `{"text":"\x"}`, `{"text":"\`, `{"text":"\"}`, "{\"text\":\"\x01\"}", "{\"text\":\"a\tb\"}", "{\"text\":\"\x7f\"}",
	"{\"text\":\"\xff\xc3\"}", "{\"other\":\"\xff\"}", "{\"\xff\":1}", "{\"text\":\"é\u2028\u0600\"}", "\ufeff{}",
	`{}`, `{ }`, `{,}`, `{"id":"a",}`, `{"id" : "a" , "text"	:"x" } `, `{"id":"a"}x`, `{"id":"a"}{}`, `[]`, `null`, `"a"`, `7`, ``, ` `, `{`, `{"`, `{"id`, `{"id"`, `{"id":`, `{"id":"a"`, `{"id":"a",`, `{id:"a"}`, `{"id""a"}`,
}

func TestDecodeIsJSON(t *testing.T) {
	d := new(decoder)
	for _, l := range oddLines {
		sameAsJSON(t, []byte(l), d)
	}
}

// Lines put together of what JSON is made of must be read as encoding/json reads
// them, whatever was read before in the same memory.
func TestDecodeIsJSONOfParts(t *testing.T) {
	part := rapid.SampledFrom([]string{`{`, `}`, `"id"`, `"text"`, `"title"`, `"source"`, `"published"`, `"Title"`, `"other"`, `:`, `:`, `:`, `,`, `,`, ` `, `"a"`, `"b\n\"c"`,
		`"\ud83d\ude00é"`, `"\ud83d"`, `7`, `null`, `[`, `]`, `"`, `\`, "\xff", "\x00"})
	whole := rapid.Custom(func(t *rapid.T) string {
		var fields []string
		for range rapid.IntRange(0, 6).Draw(t, "fields") {
			name := rapid.SampledFrom([]string{"id", "text", "title", "source", "published", "Source", "pages", "né"}).Draw(t, "name")
			value := rapid.SampledFrom([]string{`"a"`, `""`, `"b\n\"c\\"`, `"\ud83d\ude00é"`, `"\ud83d"`, `"\u00"`, `7`, `07`, `null`, `["x"]`, `{"id":1}`, `tru`}).Draw(t, "value")
			fields = append(fields, `"`+name+`"`+rapid.SampledFrom([]string{":", " : "}).Draw(t, "colon")+value)
		}
		return "{" + strings.Join(fields, rapid.SampledFrom([]string{",", " , "}).Draw(t, "comma")) + "}"
	})
	d := new(decoder)
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.OneOf(whole, rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(part, 0, 24).Draw(t, "parts"), "") })).Draw(t, "line")
		sameAsJSON(t, []byte(l), d)
	})
}

// The lines that data sets hold must take the short way, or it is there for nothing.
func TestPlainLinesAreReadInOnePass(t *testing.T) {
	for _, l := range []string{
		line("a", strike), line("b", "“Nine” were killed,\n\tsaid \"medics\" \\ قُتل تسعة 😀\x7f"),
		`{"id": 7, "lang": "en", "source": "", "published": "2017-10-17T08:00:00Z", "title": "\u00c9t\u00e9 \ud83d\ude00", "text": "x"}` + "\n",
	} {
		if !new(decoder).plain([]byte(l), new(reportIn)) {
			t.Errorf("%q is not read in one pass", l)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, l := range oddLines {
		f.Add([]byte(l))
	}
	f.Fuzz(func(t *testing.T, l []byte) { sameAsJSON(t, l, new(decoder)) })
}

func BenchmarkDecode(b *testing.B) {
	text := strings.Repeat("An air strike killed nine people in the town of Saraqib on Tuesday, “medics” said. \"It was loud.\"\n", 30)
	l := []byte(line("a", text))
	var d decoder
	b.SetBytes(int64(len(l)))
	b.ReportAllocs()
	for b.Loop() {
		var in reportIn
		if err := decode(l, &in, &d); err != nil {
			b.Fatal(err)
		}
	}
}

// A plain run ends at the first byte that breaks it, wherever that stands among eight.
func TestPlainRuns(t *testing.T) {
	part := rapid.SampledFrom([]string{"a", "é", "!", "#", "]", "[", "~", "\x7f", "\xff", "\x80", "\"", "\\", "\x00", "\x1f", " ", "plain words of a text "})
	rapid.Check(t, func(t *rapid.T) {
		b := []byte(strings.Join(rapid.SliceOfN(part, 0, 20).Draw(t, "parts"), ""))
		for i := range b {
			want := i
			for want < len(b) && b[want] >= ' ' && b[want] != '"' && b[want] != '\\' {
				want++
			}
			if got := str(b, i); got != want {
				t.Fatalf("the plain run of %q from %d ends at %d, want %d", b, i, got, want)
			}
		}
	})
}
