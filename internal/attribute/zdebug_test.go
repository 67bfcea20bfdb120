package attribute
import ("testing";"fmt";"isnad")
func TestZDebug(t *testing.T) {
	rd := testReader()
	for _, x := range []string{"The U.S. carried out air strikes on a convoy near Tanf on Thursday, killing six fighters.", "Settlers from Yitzhar shot a man in Urif on Saturday."} {
		rep := report("", x)
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = rd, rep, lexiconEN()
		d.observe = func(p *partial) {
			for i := range p.f.items { it:=&p.f.items[i]; fmt.Print(p.f.word(i),"[",fmt.Sprintf("%x",uint64(it.tags)),"] ") }
			fmt.Println()
			for i := range d.foundAc { a:=&d.foundAc[i]; fmt.Printf("%+v %+v\n", a.name, a.m) }
		}
		d.read(); d.release()
		_ = isnad.Day{}
	}
}
