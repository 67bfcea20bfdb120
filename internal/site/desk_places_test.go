package site

import (
	"math"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/store"
)

func farm() url.Values {
	return url.Values{"names": {"Mazraat Nahroz\r\nمزرعة نهروز"}, "in": {"Idlib, Syria"}, "kind": {"town"}, "at": {"35.92, 36.61"}, "precision": {"2"}, "reason": {"survey map of 1960"}}
}

// An editor adds a place, it is listed with who said so, it has a page, and can be
// taken back; what makes no sense is said and what was typed stays.
func TestPlacesAtTheDesk(t *testing.T) {
	f := newOffice(t, Options{})
	editor := f.as(isnad.RoleEditor)
	w := f.do("POST", "/desk/places", editor, farm())
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/desk/places?done=o") {
		t.Fatalf("%d to %q: %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	id := strings.TrimPrefix(w.Header().Get("Location"), "/desk/places?done=")
	body := f.do("GET", w.Header().Get("Location"), editor, nil).Body.String()
	for _, want := range []string{"Added: <a href=\"/places/" + id, "مزرعة نهروز", "The editor", "survey map of 1960", "near by"} {
		if !strings.Contains(body, want) {
			t.Errorf("the list has no %q", want)
		}
	}
	if body := f.do("GET", "/desk/places?q="+url.QueryEscape("مزرعة نهروز"), editor, nil).Body.String(); !strings.Contains(body, id) {
		t.Error("it is not found by its name in Arabic")
	}
	if body := f.do("GET", "/desk/places?q=Homs", editor, nil).Body.String(); !strings.Contains(body, "What the name may mean") || !strings.Contains(body, "Syria") {
		t.Error("the gazetteer's own places are not found")
	}
	if w := f.do("GET", "/places/"+id, nil, nil); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Added by people of this archive") || strings.Contains(w.Body.String(), "The editor") {
		t.Errorf("its page: %d", w.Code)
	}
	for name, change := range map[string]func(url.Values){
		"no coordinates":  func(v url.Values) { v.Set("at", "north of the river") },
		"in no place":     func(v url.Values) { v.Set("in", "Xyzzyland") },
		"no name":         func(v url.Values) { v.Set("names", " \r\n ") },
		"listed already":  func(v url.Values) { v.Set("names", "Idlib"); v.Set("at", "35.93,36.63") },
		"a hostile field": func(v url.Values) { v.Set("in", evil) },
	} {
		v := farm()
		change(v)
		w := f.do("POST", "/desk/places", editor, v)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `role="alert"`) || !strings.Contains(w.Body.String(), "survey map of 1960") {
			t.Errorf("%s: %d", name, w.Code)
		}
		if strings.Contains(w.Body.String(), "<script>alert") {
			t.Errorf("%s: markup from outside", name)
		}
	}
	contributor := f.as(isnad.RoleContributor)
	if body := f.do("GET", "/desk/places", contributor, nil).Body.String(); strings.Contains(body, "Add the place") || strings.Contains(body, "/withdraw") || !strings.Contains(body, "Mazraat Nahroz") {
		t.Error("a contributor sees the list and no forms")
	}
	if w := f.do("POST", "/desk/places/"+id+"/withdraw", editor, url.Values{"reason": {"another farm"}}); w.Code != http.StatusSeeOther {
		t.Errorf("withdrawing: %d", w.Code)
	}
	if w := f.do("POST", "/desk/places/"+id+"/withdraw", editor, nil); w.Code != http.StatusConflict {
		t.Errorf("withdrawing twice: %d", w.Code)
	}
	p, err := f.st.AddedPlace(t.Context(), id)
	if err != nil || !p.Withdrawn {
		t.Errorf("%+v, %v", p, err)
	}
	acts, _, err := f.st.PlaceActs(t.Context(), id, store.Page{})
	if err != nil || len(acts) != 2 || acts[0].Person != f.persons[isnad.RoleEditor].ID || acts[0].Reason != "another farm" {
		t.Errorf("acts %+v, %v", acts, err)
	}
	if w := f.do("GET", "/places/"+id, nil, nil); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "withdrawn") {
		t.Errorf("its page afterwards: %d", w.Code)
	}
}

// A press on the map fills in the coordinates and keeps what was typed; what no
// browser sends is no press.
func TestPressOnTheMap(t *testing.T) {
	f := newOffice(t, Options{})
	v := farm()
	v.Set("zoom", "6")
	v.Set("tile.6.38.25.x", "128")
	v.Set("tile.6.38.25.y", "64")
	body := f.do("GET", "/desk/places?"+v.Encode(), f.as(isnad.RoleEditor), nil).Body.String()
	lat, lon, ok := clicked(v)
	if !ok || math.Abs(lon-36.5625) > 1e-6 || math.Abs(lat-35.4607) > 0.001 {
		t.Errorf("pressed at %v, %v", lat, lon)
	}
	if !strings.Contains(body, `value="35.4607, 36.5625"`) || !strings.Contains(body, "مزرعة نهروز") || !strings.Contains(body, "/light/8/") || !strings.Contains(body, "pick-mark") {
		t.Error("the press is not taken into the form, or what was typed is lost")
	}
	for _, name := range []string{"tile.6.38.25", "tile.6.38.x", "tile.99.1.1", "tile.6.64.0", "tile.6.-1.0", "tile.a.b.c"} {
		if _, _, ok := clicked(url.Values{name + ".x": {"1"}, name + ".y": {"999"}}); ok {
			t.Errorf("%s is a press", name)
		}
	}
	for _, at := range []string{"89.99, 179.99", "-84, -180", "0.1, 0"} {
		for _, tile := range (&site{hash: "h"}).placeMap(&placeForm{At: at, Map: placeMap{Zoom: 3}}).Tiles {
			if w := f.do("GET", strings.Replace(tile.Src, "/basemap/h/", "/basemap/"+baseHash()+"/", 1), nil, nil); w.Code != http.StatusOK {
				t.Errorf("%s: tile %s: %d", at, tile.Src, w.Code)
			}
		}
	}
}
