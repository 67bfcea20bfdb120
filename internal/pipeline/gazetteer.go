package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"isnad"
	"isnad/internal/ask"
	"isnad/internal/attribute"
	"isnad/internal/places"
	"isnad/internal/store"
)

// knowledge is what reads by the gazetteer as it stands: the embedded one with the
// places over it that were added here.
type knowledge struct {
	versions         store.GazetteerVersions
	imported, people []byte // layers, compiled
	places           *places.Gazetteer
	reader           *attribute.Reader
	asker            *ask.Asker
}

func (p *Pipeline) knows(v store.GazetteerVersions, imported, people []byte, g *places.Gazetteer) *knowledge {
	k := &knowledge{versions: v, imported: imported, people: people, places: g, reader: attribute.New(g, p.Parties, p.Sources)}
	k.asker = &ask.Asker{Places: g, Parties: p.Parties, Sources: p.Sources, Reader: k.reader}
	return k
}

// know returns what reads by the gazetteer as it stands now. It asks the database
// for two numbers, and takes in places only when those have changed.
func (p *Pipeline) know(ctx context.Context) (*knowledge, error) {
	v, err := p.Store.GazetteerVersions(ctx)
	if err != nil {
		return nil, err
	}
	if k := p.known(); k.versions == v {
		return k, nil
	}
	p.loading.Lock()
	defer p.loading.Unlock()
	// Who waited may have seen an older version than the one that was loaded meanwhile.
	if v, err = p.Store.GazetteerVersions(ctx); err != nil {
		return nil, err
	}
	k := p.known()
	if k.versions == v {
		return k, nil
	}
	imported, people := k.imported, k.people
	if k.versions.Imported != v.Imported {
		if imported, err = p.layer(ctx, isnad.PlaceImported, v.Imported); err != nil {
			return nil, err
		}
	}
	if k.versions.OfPeople != v.OfPeople {
		if people, err = p.layer(ctx, isnad.PlaceOfPerson, v.OfPeople); err != nil {
			return nil, err
		}
	}
	g, err := places.Over(people, imported)
	if err != nil {
		return nil, err
	}
	k = p.knows(v, imported, people, g)
	p.knowledge.Store(k)
	return k, nil
}

// known is what know returned last, for who holds a transaction and must not wait.
func (p *Pipeline) known() *knowledge { return p.knowledge.Load() }

// layer is the added places of an origin, compiled. Compiling a large import takes
// seconds, so what one process compiled is kept for all.
func (p *Pipeline) layer(ctx context.Context, origin isnad.PlaceOrigin, version int64) ([]byte, error) {
	data, err := p.Store.CompiledPlaces(ctx, origin, version, places.Compiled)
	if !errors.Is(err, isnad.ErrNotFound) {
		return data, err
	}
	if data, err = p.compile(ctx, origin); err != nil {
		return nil, err
	}
	if err := p.Store.PutCompiledPlaces(ctx, origin, version, places.Compiled, data); err != nil {
		return nil, err
	}
	return data, nil
}

func (p *Pipeline) compile(ctx context.Context, origin isnad.PlaceOrigin) ([]byte, error) {
	var list []isnad.AddedPlace
	if err := p.Store.AddedPlaces(ctx, origin, func(a isnad.AddedPlace) { list = append(list, a) }); err != nil {
		return nil, err
	}
	return places.Compile(list)
}

// Imported is how far an import is, or what it did.
type Imported struct {
	Lines  int // read
	Places int // populated places in them
	New    int
	Other  int // were there otherwise
	Bad    int // lines that could not be read
}

// importBatch is how many places one transaction of an import writes.
const importBatch = 5000

// ImportPlaces reads a country file of GeoNames, called name, into the archive's
// gazetteer. It writes some thousand places at a time, so that steps can go on; an
// import that was cut short is finished by doing it again, and done twice it
// changes nothing. bad is told each line that cannot be read, progress how far it
// is. Places that are there and not in the file stay.
func (p *Pipeline) ImportPlaces(ctx context.Context, r io.Reader, name string, want func(country string) bool, bad func(line int, why error), progress func(Imported)) (Imported, error) {
	var done Imported
	var batch []isnad.AddedPlace
	had := 0
	if err := p.Store.AddedPlaces(ctx, isnad.PlaceImported, func(isnad.AddedPlace) { had++ }); err != nil {
		return done, err
	}
	flush := func() error {
		if len(batch) == 0 {
			return ctx.Err()
		}
		var fresh, other int
		err := p.Store.Begin(ctx, func(tx *store.Tx) (err error) {
			if err = tx.LockGazetteer(); err == nil {
				fresh, other, err = tx.PutAddedPlaces(batch)
			}
			if err == nil && had+done.New+fresh > p.placeLimit() {
				// Before it is kept: more could not be compiled, and then nothing be read.
				err = fmt.Errorf("more than %d imported places, import some countries only: %w", p.placeLimit(), isnad.ErrTooLarge)
			}
			return err
		})
		batch = batch[:0]
		if err == nil {
			done.New, done.Other = done.New+fresh, done.Other+other
		}
		progress(done)
		return err
	}
	err := places.Rows(r, want, func(line int, a isnad.AddedPlace) error {
		done.Lines, done.Places = line, done.Places+1
		if batch = append(batch, a); len(batch) < importBatch {
			return nil
		}
		return flush()
	}, func(line int, why error) {
		done.Lines, done.Bad = max(done.Lines, line), done.Bad+1
		bad(line, why)
	})
	if err == nil {
		err = flush()
	}
	behind := false
	if err == nil && done.New+done.Other == 0 {
		behind, err = p.importBehind(ctx)
	}
	if done.New+done.Other > 0 || behind { // what was written counts, also where the rest failed
		told := p.Store.Begin(context.WithoutCancel(ctx), func(tx *store.Tx) error {
			if err := tx.LockGazetteer(); err != nil {
				return err
			}
			if _, err := tx.PutPlaceAct(isnad.PlaceAct{Time: now(), Name: operator, Kind: isnad.PlacesImport, Reason: name, New: done.New, Other: done.Other}); err != nil {
				return err
			}
			return tx.BumpGazetteer(isnad.PlaceImported)
		})
		err = errors.Join(err, told)
	}
	if err != nil {
		return done, fmt.Errorf("importing places: %w", err)
	}
	_, err = p.know(ctx) // so that it is compiled once, here
	return done, err
}

// importBehind tells whether places were written that nothing reads yet: an import
// was cut off between its last batch and its end.
func (p *Pipeline) importBehind(ctx context.Context) (bool, error) {
	v, err := p.Store.GazetteerVersions(ctx)
	if err != nil {
		return false, err
	}
	known, err := p.Store.CompiledPlaces(ctx, isnad.PlaceImported, v.Imported, places.Compiled)
	if err != nil && !errors.Is(err, isnad.ErrNotFound) {
		return false, err
	}
	data, err := p.compile(ctx, isnad.PlaceImported)
	return err == nil && !bytes.Equal(data, known), err
}

// placeLimit is how many places an archive may import.
func (p *Pipeline) placeLimit() int {
	if p.MaxPlaces > 0 {
		return p.MaxPlaces
	}
	return places.MaxAdded
}

// operator is who acts where nobody signed in.
const operator = "the operator"

func now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// AddPlace records a place that a person describes and returns it. Reports that are
// read from then on are read with it. A place that is there already is given back
// as it is; one that was withdrawn is taken up again. Errors wrap isnad.ErrRefused
// with words for the person.
func (p *Pipeline) AddPlace(ctx context.Context, q places.Proposal, who isnad.PlaceAct) (isnad.AddedPlace, error) {
	k, err := p.know(ctx)
	if err != nil {
		return isnad.AddedPlace{}, err
	}
	var out isnad.AddedPlace
	err = p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := tx.LockGazetteer(); err != nil {
			return err
		}
		for further := range 100 {
			a, err := k.places.Propose(q, further)
			if err != nil {
				return err
			}
			was, err := tx.AddedPlace(a.ID)
			switch {
			case errors.Is(err, isnad.ErrNotFound):
			case err != nil:
				return err
			case was.Name != a.Name || was.Country != a.Country || was.Lat != a.Lat || was.Lon != a.Lon:
				continue // another place has the ID
			case !was.Withdrawn:
				out = was
				return nil
			}
			out = a
			return p.putPlace(tx, a, who, isnad.PlaceAdd)
		}
		return fmt.Errorf("no ID is left for the place: %w", isnad.ErrRefused)
	})
	if err != nil {
		return isnad.AddedPlace{}, fmt.Errorf("adding a place: %w", err)
	}
	return out, nil
}

// WithdrawPlace takes back a place that a person added: it is read no more. Claims
// that stand at it stay until they are read again, and its page stays.
func (p *Pipeline) WithdrawPlace(ctx context.Context, id string, who isnad.PlaceAct) error {
	err := p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := tx.LockGazetteer(); err != nil {
			return err
		}
		a, err := tx.AddedPlace(id)
		switch {
		case err != nil:
			return err
		case a.Origin != isnad.PlaceOfPerson:
			return fmt.Errorf("only a place that a person added can be withdrawn: %w", isnad.ErrRefused)
		case a.Withdrawn:
			return fmt.Errorf("the place is withdrawn already: %w", isnad.ErrRefused)
		}
		a.Withdrawn = true
		return p.putPlace(tx, a, who, isnad.PlaceWithdraw)
	})
	if err != nil {
		return fmt.Errorf("withdrawing a place: %w", err)
	}
	return nil
}

func (p *Pipeline) putPlace(tx *store.Tx, a isnad.AddedPlace, who isnad.PlaceAct, kind isnad.PlaceActKind) error {
	if len(who.Reason) > 2000 {
		return fmt.Errorf("the reason is longer than 2,000 bytes: %w", isnad.ErrRefused)
	}
	if who.Name == "" {
		who.Name = operator
	}
	who.Time, who.Kind, who.Place = now(), kind, a.ID
	if _, _, err := tx.PutAddedPlaces([]isnad.AddedPlace{a}); err != nil {
		return err
	}
	if _, err := tx.PutPlaceAct(who); err != nil {
		return err
	}
	return tx.BumpGazetteer(isnad.PlaceOfPerson)
}

// Gazetteer is the gazetteer as it stands now, with the places that were added here.
func (p *Pipeline) Gazetteer(ctx context.Context) (*places.Gazetteer, error) {
	k, err := p.know(ctx)
	if err != nil {
		return nil, err
	}
	return k.places, nil
}

// FindPlaces returns the places that a name may mean, best first, at most n.
func (p *Pipeline) FindPlaces(ctx context.Context, name string, n int) ([]isnad.Place, error) {
	k, err := p.know(ctx)
	if err != nil {
		return nil, err
	}
	var out []isnad.Place
	for _, m := range k.places.Lookup(name) {
		if len(out) == n {
			break
		}
		if x, ok := k.places.Place(m.ID); ok {
			out = append(out, x)
		}
	}
	return out, nil
}
