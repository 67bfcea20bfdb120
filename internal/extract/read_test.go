package extract

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"isnad"
)

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		mediaType, name, head string
		want                  Form
	}{
		{"", "a.txt", "Plain words.", FormText},
		{"text/plain", "a", "Plain words.", FormText},
		{"text/markdown", "a", "# Words", FormMarkdown},
		{"", "a.md", "# Words", FormMarkdown},
		{"", "a.bin", "# Words", FormText},
		{"text/plain", "a.txt", "<!DOCTYPE html><p>x", FormHTML},
		{"text/html", "feed", "<?xml version='1.0'?>\n<rss version='2.0'>", FormFeed}, // servers often declare this wrongly
		{"", "", "<?xml version='1.0'?><!-- x --><feed xmlns='http://www.w3.org/2005/Atom'>", FormFeed},
		{"", "", "<?xml version='1.0'?><!DOCTYPE html><html>", FormHTML},
		{"text/html", "", "Words without any element", FormHTML},
		{"", "", "<p>x</p>", FormHTML},
		{"", "", "<grin> I said", FormText},
		{"", "", `{"version":"https://jsonfeed.org/version/1","items":[]}`, FormFeed},
		{"", "", `{"id":"1","text":"x"}`, FormJSONL},
		{"", "a.json", `{"standard":{"name":"ninjs","version":"3.0"},"uri":"urn:x","bodies":[]}`, FormNinjs},
		{"", "a.json", `{"uri":"urn:x","a":[1,{"standard":2}],"version":"https://jsonfeed.org/version/1","standard":{"schema":"x","name":"ninjs"}}`, FormNinjs},
		{"", "", `{"id":"1","text":"\"standard\":{\"name\":\"ninjs\"}"}`, FormJSONL},
		{"", "", `{"text":"x","meta":{"standard":{"name":"ninjs"}}}`, FormJSONL},
		{"", "", `{"id":"1","standard":"ninjs","text":"x"}`, FormJSONL},
		{"", "", `{"id":"1","text":"x"}` + "\n" + `{"standard":{"name":"ninjs"}}`, FormJSONL},
		{"", "", `{"title":"ninjs","version":"https://jsonfeed.org/version/1.1","items":[{"standard":{"name":"ninjs"}}]}`, FormFeed},
		{"", "a.jsonl", "broken first line\n{}", FormJSONL},
		{"", "", "\uFEFF{\"id\":1}", FormJSONL},
		{"", "", "WARC/1.1\r\nWARC-Type: response", FormWARC},
		{"text/html", "a.html", "", FormUnknown},
		{"text/html", "a.html", "%PDF-1.4", FormUnknown},
		{"", "a.txt", strings.Repeat("\x00", 100), FormUnknown},
		{"", "a.txt", "\xff\xfeW\x00o\x00r\x00d\x00", FormText}, // UTF-16
	} {
		if got := Sniff(c.mediaType, c.name, []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%q, %q, %.30q) = %s, want %s", c.mediaType, c.name, c.head, got, c.want)
		}
	}
}

// Charsets are taken from the sender, the page or the byte order mark, and guessed with a doubt
// when none of them says.
func TestCharsets(t *testing.T) {
	arabic := "أعلنت مؤسسة المياه عودة الضخ إلى الأحياء الشمالية من المدينة بعد انقطاع دام أربعة أشهر، وفق بيان صدر عنها مساء الاثنين."
	w1256, err := charmap.Windows1256.NewEncoder().String(arabic)
	if err != nil {
		t.Fatal(err)
	}
	var utf16 strings.Builder
	utf16.WriteString("\xff\xfe")
	for _, r := range arabic {
		utf16.WriteByte(byte(r))
		utf16.WriteByte(byte(r >> 8))
	}
	for _, c := range []struct {
		name, mediaType, in string
		doubt               bool
	}{
		{"UTF-8", "", "<html><body><p>" + arabic, false},
		{"sender", "text/html; charset=windows-1256", "<html><body><p>" + w1256, false},
		{"meta", "text/html", `<html><head><meta charset="windows-1256"></head><body><p>` + w1256, false},
		{"http-equiv", "text/html", `<html><head><meta http-equiv="Content-Type" content="text/html; charset=cp1256"></head><body><p>` + w1256, false},
		{"guess", "text/html", "<html><body><p>" + w1256, true},
		{"UTF-16", "text/plain", utf16.String(), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := Read(context.Background(), &isnad.Capture{Address: "stdin:", MediaType: c.mediaType}, strings.NewReader(c.in), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if r := res.Reports[0]; r.Text != arabic || r.Language != "ar" || (len(r.Doubts) > 0) != c.doubt {
				t.Errorf("%q, language %s, doubts %q", r.Text, r.Language, r.Doubts)
			}
		})
	}
}

func TestMapPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat, lon := rapid.Float64Range(-200, 200).Draw(t, "lat"), rapid.Float64Range(-400, 400).Draw(t, "lon")
		u, err := url.Parse(fmt.Sprintf(rapid.SampledFrom([]string{
			"http://wikimapia.org/#lang=en&lat=%[1]f&lon=%[2]f&z=7", "https://www.openstreetmap.org/#map=7/%[1]f/%[2]f", "https://maps.google.com/?q=%[1]f,%[2]f",
			"https://www.google.co.uk/maps/@%[1]f,%[2]f,7z", "geo:%[1]f,%[2]f?z=7", "https://yandex.ru/maps/?ll=%[2]f,%[1]f", "https://www.bing.com/maps?cp=%[1]f~%[2]f",
		}).Draw(t, "form"), lat, lon))
		if err != nil {
			t.Fatal(err)
		}
		x, y, is := mapPoint(u)
		if !is {
			t.Fatalf("%s is no map", u)
		}
		near := func(p *float64, v float64) bool { return p != nil && *p-v < 1e-5 && v-*p < 1e-5 }
		switch inside := lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180; {
		case inside && (!near(x, lat) || !near(y, lon)):
			t.Fatalf("%s: no point %f, %f", u, lat, lon)
		case !inside && (x != nil || y != nil) && (lat < -90.000001 || lat > 90.000001 || lon < -180.000001 || lon > 180.000001):
			t.Fatalf("%s: a point outside the earth", u)
		}
	})
}

func TestCites(t *testing.T) {
	line := `{"id":"1","source":"Orchard","text":"Aleppo, SANA - The day was calm.\n\nسكان said so.\nby R. Nasser/H. Deeb, SANA 14/5/2018\nSubmitted by RiverReader","links":[{"url":"https://agency.example/9","text":"original article"}]}`
	res, err := Read(context.Background(), &isnad.Capture{Address: "file:x.jsonl"}, strings.NewReader(line), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	r := &res.Reports[0]
	var got []string
	for _, c := range Cites(r) {
		s := string(c.Kind) + " " + c.ToName + " " + c.ToURL
		for _, p := range c.Passages {
			s += fmt.Sprintf("[%d:%d]=%s", p.Start, p.End, p.Of(r.Text))
		}
		if c.To == "" || c.To[0] != 's' {
			t.Errorf("%s: no source ID: %q", s, c.To)
		}
		got = append(got, s)
	}
	want := []string{"agency SANA [8:12]=SANA", "byline R. Nasser [51:60]=R. Nasser", "byline H. Deeb [61:68]=H. Deeb", "submitter RiverReader ", "link agency.example https://agency.example/9"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, declared, want string }{
		{"The council met on Monday and spoke about the bridge.", "", "en"},
		{"The council met on Monday and spoke about the bridge.", "ar", "en"}, // the frame of a site is often in another language
		{"اجتمع المجلس يوم الاثنين وبحث أمر الجسر", "en", "ar"},
		{"شورا روز دوشنبه درباره پل گفتگو کرد و گزارش چاپ شد", "", "fa"},
		{"Рада зібралася в понеділок і говорила про міст", "", "uk"},
		{"Совет собрался в понедельник и говорил о мосте, этот вопрос был важным", "", "ru"},
		{"Le conseil s'est réuni lundi et a parlé du pont, selon le maire de la ville.", "", "fr"},
		{"12345", "en-GB", "en"},
		{"", "", ""},
	} {
		if got := language(c.text, c.declared); got != c.want {
			t.Errorf("%q (%s): %q, want %q", c.text, c.declared, got, c.want)
		}
	}
}

// Reading the same bytes twice gives the same reports.
func TestReadingIsRepeatable(t *testing.T) {
	in := "Market reopens\n\nHOMS, 12 May 2018 (SANA) - The market of the old town opened its gates on Saturday, traders said.\n"
	read := func() string {
		res, err := Read(context.Background(), &isnad.Capture{Address: "file:x.txt", Place: "p"}, strings.NewReader(in), 0, 0)
		return show(res, err) + res.Reports[0].ID
	}
	if a, b := read(), read(); a != b {
		t.Errorf("%s\n%s", a, b)
	}
}
