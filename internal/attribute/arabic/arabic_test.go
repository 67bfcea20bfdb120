package arabic

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

func reader() *Reader {
	return New(places.Embedded(), parties.Embedded(), sources.Embedded(), "test")
}

func report(published, text string) *isnad.Report {
	d, err := isnad.ParseDay(published)
	if err != nil {
		panic(err)
	}
	return &isnad.Report{ID: "r", Version: 1, SourceID: "outlet", Published: d.Time(), Text: text}
}

func figure(r *isnad.Range) string {
	side := func(n *int) string {
		if n == nil {
			return ""
		}
		return fmt.Sprint(*n)
	}
	if r == nil {
		return "-"
	}
	return side(r.Min) + ".." + side(r.Max)
}

func actors(c *isnad.Claim) string {
	var names []string
	for _, a := range c.Actors {
		names = append(names, a.Name)
	}
	return strings.Join(names, "; ")
}

// told is a claim in one line, for comparing.
func told(c *isnad.Claim) string {
	return fmt.Sprintf("%s %s %s | %s | killed %s injured %s | by %s | says %s %s", c.Event, c.When.From, c.When.To, c.Place.Name,
		figure(c.Killed), figure(c.Injured), actors(c), strings.Join(c.Attribution, "; "), c.Stance)
}

// TestFrames reads sentences of our own, one way of telling after the other.
func TestFrames(t *testing.T) {
	r := reader()
	for _, c := range []struct{ name, published, text, want string }{
		{"passive, parts and a credit behind", "2017-04-05",
			"استشهد خمسة مدنيين بينهم امرأة وطفلان وجرح أكثر من عشرين آخرين جراء غارات شنتها الطائرات الحربية الروسية على بلدة خان شيخون بريف إدلب الجنوبي، بحسب الدفاع المدني السوري.",
			"air_strike 2017-04-05 2017-04-05 | خان شيخون | killed 5..5 injured 21.. | by الطائرات الحربية الروسية | says الدفاع المدني السوري asserted"},
		{"nouns of harm behind a deed", "2018-03-10",
			"أفاد مراسل عنب بلدي في الغوطة الشرقية أن الطيران المروحي ألقى ثلاثة براميل متفجرة على مدينة دوما، ما أدى إلى مقتل تسعة مدنيين وإصابة العشرات.",
			"air_strike 2018-03-10 2018-03-10 | دوما | killed 9..9 injured 20.. | by الطيران المروحي | says مراسل عنب بلدي asserted"},
		{"a mine, the dual, yesterday", "2019-06-20",
			"قُتل عنصران من قوات سوريا الديمقراطية وأصيب ثلاثة آخرون بانفجار لغم أرضي في قرية الباغوز شرقي دير الزور، أمس الأربعاء.",
			"landmine 2019-06-19 2019-06-19 | الباغوز | killed 2..2 injured 3..3 | by  | says  asserted"},
		{"a family of so many", "2020-01-15",
			"قال المتحدث العسكري باسم الحوثيين إن التحالف شن 12 غارة جوية على محافظة صعدة، أسفرت عن مقتل أسرة من أربعة أفراد.",
			"air_strike 2020-01-15 2020-01-15 | محافظة صعدة | killed 4..4 injured - | by التحالف | says المتحدث العسكري باسم الحوثيين asserted"},
		{"they met their death; told an agency", "2014-08-03",
			"لقي سبعة أشخاص مصرعهم وأصيب 16 بجروح في تفجير انتحاري استهدف نقطة تفتيش للجيش العراقي في منطقة الطارمية شمال بغداد، حسبما أفاد مصدر في الشرطة لوكالة فرانس برس.",
			"suicide_bombing 2014-08-03 2014-08-03 | منطقة الطارمية | killed 7..7 injured 16..16 | by  | says مصدر في الشرطة asserted"},
		{"the sides of a clash", "2016-05-11",
			"اندلعت اشتباكات عنيفة بين قوات النظام وفصائل المعارضة في محيط بلدة خان طومان بريف حلب الجنوبي، وأسفرت عن مقتل 15 عنصرا من قوات النظام.",
			"clash 2016-05-11 2016-05-11 | خان طومان | killed 15..15 injured - | by قوات النظام; فصائل المعارضة | says  asserted"},
		{"arrests", "2021-07-04",
			"اعتقلت قوات الاحتلال الإسرائيلي اليوم الأحد 12 فلسطينيا من الضفة الغربية، وفق نادي الأسير الفلسطيني.",
			"detention 2021-07-04 2021-07-04 | الضفة الغربية | killed - injured - | by قوات الاحتلال الإسرائيلي | says نادي الأسير الفلسطيني asserted"},
		{"whose shelling it was", "2024-04-18",
			"قتل 6 مدنيين على الأقل وأصيب 14 في قصف مدفعي نفذته قوات الدعم السريع على حي الثورة بمدينة أم درمان، بحسب شبكة أطباء السودان.",
			"shelling 2024-04-18 2024-04-18 | حي الثورة | killed 6.. injured 14..14 | by قوات الدعم السريع | says شبكة أطباء السودان asserted"},
		{"who took it on themselves", "2015-11-13",
			"تبنى تنظيم الدولة الإسلامية التفجير المزدوج الذي استهدف الضاحية الجنوبية لبيروت وأوقع 43 قتيلا و239 جريحا مساء الخميس.",
			"bombing 2015-11-12 2015-11-12 | الضاحية الجنوبية | killed 43..43 injured 239..239 | by تنظيم الدولة الإسلامية | says تنظيم الدولة الإسلامية self_claimed"},
		{"an active verb of killing", "2019-05-02",
			"قتل مسلحون مجهولون ثلاثة رعاة قرب قرية تل النصر شمال تكريت فجر الأربعاء، وفق مصدر أمني.",
			"killing 2019-05-01 2019-05-01 | تل النصر | killed 3..3 injured - | by مسلحون مجهولون | says مصدر أمني asserted"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cs, _ := r.Read(report(c.published, c.text))
			if len(cs) != 1 {
				t.Fatalf("%d claims, want one: %v", len(cs), cs)
			}
			got := told(&cs[0])
			if c.name == "an active verb of killing" { // without a word of the deed its kind is open
				_, got, _ = strings.Cut(got, " ")
				_, c.want, _ = strings.Cut(c.want, " ")
			}
			if got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestTwoClaimants keeps what two say of one strike apart, the denial as a denial.
func TestTwoClaimants(t *testing.T) {
	cs, _ := reader().Read(report("2016-10-09", "قصف طيران التحالف العربي صالة عزاء في صنعاء ما أدى إلى سقوط 140 قتيلا، بحسب وزارة الصحة. ونفى التحالف تنفيذ أي غارة على المكان."))
	if len(cs) != 2 {
		t.Fatalf("%d claims, want two: %v", len(cs), cs)
	}
	if c := cs[1]; c.Stance != isnad.StanceDenied || c.Polarity != isnad.Denied || len(c.Attribution) != 1 || c.Attribution[0] != "التحالف" || c.Place.Name != "صنعاء" {
		t.Errorf("the denial reads %s", told(&c))
	}
}

// TestNoClaim holds what is no incident.
func TestNoClaim(t *testing.T) {
	for _, text := range []string{
		"بحث الوزير مع نظيره سبل تعزيز التعاون في مجال الطاقة، وأكد أن بلاده ستواصل دعم المشاريع المشتركة في العام المقبل.",
		"سجل اللاعب هدفين في مباراة القمة، وتعرض مدافع المنتخب لإصابة في الركبة خلال المباراة التي أقيمت ضمن بطولة الدوري، وفق مدرب النادي.",
		"هدد متحدث عسكري بشن هجوم على المدينة إذا لم يلتزم الطرف الآخر بالهدنة.",
	} {
		if cs, _ := reader().Read(report("2019-01-10", text)); len(cs) != 0 {
			t.Errorf("%s\nreads as %s", text, told(&cs[0]))
		}
	}
}

func TestTolls(t *testing.T) {
	cs, tolls := reader().Read(report("2019-04-21", "قال مسؤول محلي إن 227 شخصا قتلوا في المدينة منذ بداية آذار."))
	if len(cs) != 0 || len(tolls) != 1 || tolls[0].Killed == nil || *tolls[0].Killed != 227 {
		t.Errorf("claims %v, tolls %v", cs, tolls)
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text      string
		low, high int
		cat       isnad.Category
	}{
		{"أحد عشر شخصا", 11, 11, isnad.CategoryAll},
		{"خمسة وعشرين مدنيا", 25, 25, isnad.CategoryCivilians},
		{"ما لا يقل عن ٤٧ شخصاً", 47, -1, isnad.CategoryAll},
		{"أكثر من مئة وعشرين مقاتلا", 121, -1, isnad.CategoryCombatants},
		{"قتيلان", 2, 2, ""},
		{"طفلتين", 2, 2, isnad.CategoryChildren},
		{"مدنيين اثنين", 2, 2, isnad.CategoryCivilians},
		{"ثلاثة أشخاص على الأقل", 3, -1, isnad.CategoryAll},
		{"عشرات المدنيين", 20, -1, isnad.CategoryCivilians},
		{"نحو ثلاثة آلاف شخص", 3000, 3000, isnad.CategoryAll},
		{"1,250 مواطنا", 1250, 1250, isnad.CategoryCivilians},
		{"مئتي جندي", 200, 200, isnad.CategoryCombatants},
		{"امرأة", 1, 1, isnad.CategoryWomen},
		{"أسرة من ستة أفراد", 6, 6, isnad.CategoryAll},
		{"ثمانية من عناصرها", 8, 8, isnad.CategoryCombatants},
	} {
		var f field
		f.load(c.text, false, lex())
		q, ok := f.quantity(0, len(f.toks))
		if !ok || q.low != c.low || q.high != c.high || q.cat != c.cat {
			t.Errorf("%s: %d..%d %s %v, want %d..%d %s", c.text, q.low, q.high, q.cat, ok, c.low, c.high, c.cat)
		}
	}
	for _, text := range []string{"خمسة صواريخ", "20 عاما", "3 منازل", "أربع ساعات", "50 كيلومترا", "المدنيون"} {
		var f field
		f.load(text, false, lex())
		if q, ok := f.quantity(0, len(f.toks)); ok {
			t.Errorf("%s counts %d people", text, q.low)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ text, from, to string }{
		{"10 أيلول 2015", "2015-09-10", "2015-09-10"},
		{"١٨ غشت الماضي", "2017-08-18", "2017-08-18"},
		{"3 تشرين الثاني/نوفمبر", "2017-11-03", "2017-11-03"},
		{"السابع من أكتوبر", "2017-10-07", "2017-10-07"},
		{"الأحد", "2018-03-04", "2018-03-04"},
		{"مساء أمس السبت", "2018-03-03", "2018-03-03"},
		{"أول أمس", "2018-03-03", "2018-03-03"},
		{"ليل السبت الأحد", "2018-03-03", "2018-03-04"},
		{"قبل يومين", "2018-03-03", "2018-03-03"},
		{"في دجنبر", "2017-12-01", "2017-12-31"},
		{"الأسبوع الماضي", "2018-02-26", "2018-03-04"},
		{"14/2/2018", "2018-02-14", "2018-02-14"},
		{"5 جويلية 2016", "2016-07-05", "2016-07-05"},
	} {
		base, _ := isnad.ParseDay("2018-03-05") // a Monday
		d := &doc{base: base, rep: &isnad.Report{}}
		var f field
		f.load(c.text, false, lex())
		ms := d.dates(&f, 0, len(f.toks), nil)
		if len(ms) != 1 || ms[0].period.From.String() != c.from || ms[0].period.To.String() != c.to {
			t.Errorf("%s: %+v, want %s to %s", c.text, ms, c.from, c.to)
		}
	}
}

func TestLetters(t *testing.T) {
	for _, c := range []struct{ a, b string }{{"قُتِلَ", "قتل"}, {"أحـــمد", "احمد"}, {"إصابة", "اصابه"}, {"مستشفى", "مستشفي"}} {
		if plain(c.a) != plain(c.b) {
			t.Errorf("%s and %s differ: %s, %s", c.a, c.b, plain(c.a), plain(c.b))
		}
	}
}

func TestReads(t *testing.T) {
	for text, want := range map[string]bool{
		"قتل ثلاثة مدنيين في قصف على المدينة":                          true,
		"Three civilians were killed in shelling of the town of دوما":  false,
		"قتل ثلاثة مدنيين في قصف على المدينة، وفق AFP و Reuters":       true,
		"در حمله هوایی به این شهر چند غیرنظامی کشته شدند و گروهی زخمی": false,
		"": false,
	} {
		if got := Reads(&isnad.Report{Text: text}); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestSpans holds that quotes and words of counts are the report's own, at the
// code points told, with vowel signs and tatweel in the text.
func TestSpans(t *testing.T) {
	checkSpans(t, report("2018-03-05", "حلب - قُتِلَ ثلاثةُ مدنيّين وجُـــرح 14 آخرون، السبت، في غارةٍ على حيّ الكلاسة بمدينة حلب.\n\nوقال ناشطون إن الغارة استهدفت سوقاً."))
}

func checkSpans(t *testing.T, rep *isnad.Report) {
	cs, tolls := reader().Read(rep)
	at := func(s isnad.Span) string {
		from := rep.Text
		if s.InTitle {
			from = rep.Title
		}
		return s.Of(from)
	}
	for i := range cs {
		c := &cs[i]
		if c.Quote == "" || at(c.Span) != c.Quote {
			t.Errorf("quote %q stands at %q", c.Quote, at(c.Span))
		}
		for _, n := range c.Counts {
			if at(n.Span) != n.Words {
				t.Errorf("count %q stands at %q", n.Words, at(n.Span))
			}
			if n.Min != nil && n.Max != nil && *n.Min > *n.Max {
				t.Errorf("count %q from %d to %d", n.Words, *n.Min, *n.Max)
			}
		}
		if c.Confidence <= 0 || c.Confidence >= 1 || c.When.To.Before(c.When.From) {
			t.Errorf("confidence %v, time %v", c.Confidence, c.When)
		}
	}
	for _, n := range tolls {
		if at(n.Span) != n.Quote {
			t.Errorf("toll %q stands at %q", n.Quote, at(n.Span))
		}
	}
}

// TestLinear holds that a long text costs no more per byte than a short one.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	towns := []string{"سراقب", "حلب", "الرقة", "تدمر", "حماة", "إدلب", "منبج", "كركوك", "دوما", "حمص"}
	var b strings.Builder
	for i := 0; b.Len() < 1<<20; i++ {
		town := towns[(i*7+i/10)%len(towns)]
		fmt.Fprintf(&b, "قُتل %d مدنيين وأصيب %d في غارة على بلدة %s يوم %d آذار، وقال ناشطون إن الطيران الروسي شن الغارة. ", 2+i%37, 3+i%53, town, 1+i%28)
		if i%4 == 3 {
			fmt.Fprintf(&b, "ونفت وزارة الدفاع ذلك.\n\n")
		}
	}
	text, r := b.String(), reader()
	took := func(text string) (time.Duration, int) {
		best, n := time.Hour, 0
		for range 2 {
			start := time.Now()
			cs, _ := r.Read(report("2018-04-20", text))
			best, n = min(best, time.Since(start)), len(cs)
		}
		return best, n
	}
	cut := strings.LastIndex(text[:128<<10], "\n\n")
	small, few := took(text[:cut])
	large, many := took(text)
	if few == 0 || many < 6*few {
		t.Errorf("%d claims in %d bytes, %d in %d: the text is not read to its end", few, cut, many, len(text))
	}
	per := func(d time.Duration, n int) float64 { return float64(d.Nanoseconds()) / float64(n) }
	if s, l := per(small, cut), per(large, len(text)); l > 3*s {
		t.Errorf("a byte of %d took %.1f ns, one of %d %.1f ns", cut, s, len(text), l)
	}
}

// TestAnyText holds that texts that are cut, doubled or mixed up are read
// without fault and with true spans.
func TestAnyText(t *testing.T) {
	text := "بيروت، 13 أيلول - قضى تسعة وثلاثون شخصاً، بينهم طفلان و14 امرأة، وجُرح ما بين 3 و5 في انفجار سيارتين في حي «الكرمة» بمدينة صيدا، بحسب ما نقلت وكالة رويترز عن مصدر. ونفى الجيش لـ«صوت الشرق» مسؤوليته منذ ٢٠١١ (١٠ آذار/مارس) 1,250,999"
	words := strings.Fields(text)
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := rnd.IntN(len(text))
		b := a + rnd.IntN(len(text)-a)
		checkSpans(t, report("2018-03-05", strings.ToValidUTF8(text[a:b], "\u200f")))
		rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		rep := report("2018-03-05", strings.Join(words, " "))
		rep.Title = strings.Join(words[:5], " ")
		checkSpans(t, rep)
	}
	for _, s := range []string{"", "و", "لل", "ال", "«", "قتل", "قتل 5", "\xff\xfe قتل", strings.Repeat("و", 5000), strings.Repeat("قتل ", 3000), strings.Repeat("( ", 3000)} {
		checkSpans(t, report("2018-03-05", s+" قتل ثلاثة مدنيين في قصف على حلب وفق مصدر"))
	}
}

func FuzzRead(f *testing.F) {
	f.Add("مقتل", "قُتل 5 مدنيين، بينهم طفلان، في قصف على حي الكلاسة بمدينة حلب، بحسب المرصد السوري لحقوق الإنسان. ونفى الجيش ذلك.")
	f.Add("", "بيروت، 13 أيلول - قضى تسعة وثلاثون شخصاً على الأقل وجُرح أكثر من 400 في انفجار سيارتين مفخختين أمام مسجدين في مدينة صيدا، ما بين 3 و5")
	f.Add("و14 \xff", "بين و لـ«صوت» (١٠ آذار/مارس ٢٠١٥) من 1,250,999 إلى «في قرية")
	f.Fuzz(func(t *testing.T, title, text string) {
		if !utf8.ValidString(title) || !utf8.ValidString(text) {
			title, text = strings.ToValidUTF8(title, "�"), strings.ToValidUTF8(text, "�")
		}
		rep := report("2018-03-05", text)
		rep.Title = title
		checkSpans(t, rep)
	})
}

// The quick look at bytes may only refuse what the letters refuse too.
func TestFewLettersBeyondASCIIAreNotArabic(t *testing.T) {
	part := rapid.SampledFrom([]string{"قتل ", "نفر", "پ", "a", "Words ", "é", "—", "😀", "3", "\xd9", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		rep := &isnad.Report{Title: strings.Join(rapid.SliceOfN(part, 0, 9).Draw(t, "title"), ""), Text: strings.Join(rapid.SliceOfN(part, 0, 60).Draw(t, "text"), "")}
		if tooFewFar(rep) && mostlyArabic(rep) {
			t.Fatalf("%q, %q is refused unread", rep.Title, rep.Text)
		}
	})
}

// What the title names says in which country a place lies that no list has.
func TestPlaceByTitle(t *testing.T) {
	for title, want := range map[string]string{"قصف في حمص وحلب": "SY", "": ""} {
		r := report("2017-01-03", "قُتل خمسة أشخاص في قصف مدفعي على قرية زغزوغة، بحسب ناشطين.")
		r.Title = title
		cs, _ := reader().Read(r)
		if len(cs) != 1 || cs[0].Place.Country != want {
			t.Errorf("title %q: %v, want one claim in %q", title, cs, want)
		}
	}
}
