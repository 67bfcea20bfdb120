package attribute
import ("testing";"fmt")
func TestZDebug(t *testing.T) {
	rd := testReader()
	for _, x := range []string{"A bomb killed four people in Kano on Monday, hours before gunmen shot dead a teacher in Zaria.","Russia hit Odesa with missiles on Monday, killing three, while Ukrainian shells killed two in Donetsk.","Rebels killed four soldiers in Kano on Monday and the army responded by shelling Zaria, killing two civilians.","Police shot dead a man in Kano on Monday who had killed five people in Zaria in 2019."} {
		rep := report("", x)
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = rd, rep, lexiconEN()
		d.observe = func(p *partial) {
			for i := range p.f.items { it := &p.f.items[i]; s:=""; if it.is(tWeapon) {s+="W"}; if it.is(tEv) {s+="E"}; if it.is(tArmed){s+="A"}; if it.is(tForce){s+="F"}; if it.is(tOut){s+="O"}; fmt.Print(i,":",p.f.word(i),"[",s,"] ") }; fmt.Println()
			for _, ti := range p.tells { t:=&d.tellings[ti]; fmt.Printf("tell %d-%d at %d apart %v\n", t.from,t.to,t.at,t.apart) }
			for i := range d.foundAc { a:=&d.foundAc[i]; fmt.Printf("   %q %d-%d other %v\n", a.name, a.m.from, a.m.to, d.inOtherClause(p,i)) }
			fmt.Println(p.killed!=nil && p.killed.passive, p.actors)
		}
		d.read(); d.release()
	}
}
