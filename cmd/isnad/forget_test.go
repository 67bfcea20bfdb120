package main

import (
	"errors"
	"reflect"
	"testing"

	"isnad/internal/pipeline"
)

// Forgetting goes on while full pages come, stops where something fails or nothing
// gets less, and what was done is all told.
func TestForgetAll(t *testing.T) {
	fault := errors.New("no disk")
	type page struct {
		did pipeline.Old
		err error
	}
	full := page{did: pipeline.Old{Cases: []string{"d1"}, Offers: []string{"o1"}, Accesses: 1, Sessions: 2, SignIns: 3, More: true}}
	last := page{did: pipeline.Old{Cases: []string{"d2"}, Accesses: 1}}
	stuck := page{did: pipeline.Old{More: true}}
	failed := page{did: pipeline.Old{Offers: []string{"o2"}, More: true}, err: fault}
	for name, x := range map[string]struct {
		pages []page
		want  pipeline.Old
		err   error
	}{
		"one page":  {[]page{last}, last.did, nil},
		"two pages": {[]page{full, last}, pipeline.Old{Cases: []string{"d1", "d2"}, Offers: []string{"o1"}, Accesses: 2, Sessions: 2, SignIns: 3}, nil},
		"a fault":   {[]page{full, failed}, pipeline.Old{Cases: []string{"d1"}, Offers: []string{"o1", "o2"}, Accesses: 1, Sessions: 2, SignIns: 3, More: true}, fault},
		"stuck":     {[]page{full, stuck}, full.did, nil},
	} {
		n := 0
		got, err := forgetAll(func() (pipeline.Old, error) {
			n++
			return x.pages[n-1].did, x.pages[n-1].err
		})
		if !reflect.DeepEqual(got, x.want) || !errors.Is(err, x.err) || n != len(x.pages) {
			t.Errorf("%s: %+v, %v after %d pages", name, got, err, n)
		}
	}
}
