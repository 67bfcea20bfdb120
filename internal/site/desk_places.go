package site

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// Gazetteer is where people at the desk add places that it lacks.
type Gazetteer interface {
	// Add records a place and gives it back; its error wraps isnad.ErrRefused where the
	// place makes no sense.
	Add(ctx context.Context, p PlaceProposal, who isnad.PlaceAct) (isnad.AddedPlace, error)
	// Withdraw takes back a place that a person added.
	Withdraw(ctx context.Context, id string, who isnad.PlaceAct) error
	// Find gives what a name may mean, best first, at most n.
	Find(ctx context.Context, name string, n int) ([]isnad.Place, error)
}

// PlaceProposal is a place as a person describes it.
type PlaceProposal struct {
	Names     []string // the main one first
	Lat, Lon  float64
	Kind      isnad.PlaceKind
	In        string // ID or name of what it lies in
	Precision isnad.PlacePrecision
}

// placesPage is the list of added places, the search, and the form.
type placesPage struct {
	Query   string
	Found   []isnad.Place // of the gazetteer, by Query
	Added   []addedRow
	Next    string
	Form    placeForm
	Problem string
	Done    *isnad.AddedPlace // just added
}

type addedRow struct {
	isnad.AddedPlace
	Act isnad.PlaceAct // that added or withdrew it last
}

// placeForm is what somebody typed.
type placeForm struct {
	Names, At, In, Kind, Precision, Reason string
	Map                                    placeMap
}

// placeMap is a piece of the base map that can be clicked: tiles that are buttons.
type placeMap struct {
	Zoom     int
	Lat, Lon float64
	Tiles    []mapTile
	In, Out  int     // the zooms of the buttons
	Marked   bool    // there is a point
	CX, CY   float64 // of the point, in hundredths of a tile
}

type mapTile struct {
	Name, Src string
}

const (
	mapCols, mapRows = 3, 2
	minZoom, maxZoom = 2, 10
	maxPlaceNames    = 4000 // bytes of the names typed
)

func (s *site) placesDesk(w http.ResponseWriter, r *http.Request, me who) error {
	f := readPlaceForm(r.URL.Query())
	p := placesPage{Query: cut(query.MaxWords, oneLine(strings.ToValidUTF8(r.URL.Query().Get("q"), " "))), Form: f}
	if id := r.URL.Query().Get("done"); id != "" && len(id) <= query.MaxID {
		if x, err := s.store.AddedPlace(r.Context(), id); err == nil {
			p.Done = &x
		} else if !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
	}
	return s.showPlaces(w, r, me, http.StatusOK, p)
}

func (s *site) showPlaces(w http.ResponseWriter, r *http.Request, me who, status int, p placesPage) error {
	ctx := r.Context()
	if p.Query != "" && s.o.Desk.Gazetteer != nil {
		var err error
		if p.Found, err = s.o.Desk.Gazetteer.Find(ctx, p.Query, 20); err != nil {
			return err
		}
	}
	origin := isnad.PlaceOfPerson
	if p.Query != "" {
		origin = ""
	}
	list, next, err := s.store.ListAddedPlaces(ctx, store.AddedPlaceQuery{Words: p.Query, Origin: origin, Page: store.Page{Limit: 50, After: r.URL.Query().Get("after")}})
	if err != nil {
		return err
	}
	for _, x := range list {
		row := addedRow{AddedPlace: x}
		acts, _, err := s.store.PlaceActs(ctx, x.ID, store.Page{Limit: 1})
		if err != nil {
			return err
		}
		if len(acts) > 0 {
			row.Act = acts[0]
		}
		p.Added = append(p.Added, row)
	}
	if next != "" {
		v := url.Values{"after": {next}}
		if p.Query != "" {
			v.Set("q", p.Query)
		}
		p.Next = "/desk/places?" + v.Encode()
	}
	p.Form.Map = s.placeMap(&p.Form)
	return s.renderDesk(w, r, me, status, "desk-places", view{Title: "Places", Body: p})
}

// addPlace records a place.
func (s *site) addPlace(w http.ResponseWriter, r *http.Request, me who) error {
	if s.o.Desk.Gazetteer == nil {
		return errForbidden
	}
	if err := r.ParseForm(); err != nil {
		return fmt.Errorf("reading a form: %w", err)
	}
	f := readPlaceForm(r.PostForm)
	wrong := func(status int, why string) error {
		return s.showPlaces(w, r, me, status, placesPage{Form: f, Problem: why})
	}
	lat, lon, err := isnad.ParsePoint(f.At)
	if err != nil {
		return wrong(http.StatusUnprocessableEntity, "Coordinates: "+err.Error()+".")
	}
	q := PlaceProposal{Names: strings.Split(f.Names, "\n"), Lat: lat, Lon: lon, Kind: isnad.PlaceKind(f.Kind), In: f.In, Precision: isnad.PlaceExact}
	if f.Precision == "2" {
		q.Precision = isnad.PlaceNear
	}
	added, err := s.o.Desk.Gazetteer.Add(r.Context(), q, isnad.PlaceAct{Person: me.ID, Name: me.Name, Reason: f.Reason})
	if why, ok := refusedWhy(err); ok {
		return wrong(http.StatusUnprocessableEntity, "The place was not added: "+why+".")
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/places?done="+url.QueryEscape(added.ID), http.StatusSeeOther)
	return nil
}

// withdrawPlace takes a place back.
func (s *site) withdrawPlace(w http.ResponseWriter, r *http.Request, me who) error {
	if s.o.Desk.Gazetteer == nil {
		return errForbidden
	}
	err := s.o.Desk.Gazetteer.Withdraw(r.Context(), r.PathValue("id"), isnad.PlaceAct{Person: me.ID, Name: me.Name, Reason: reasonOf(r)})
	if why, ok := refusedWhy(err); ok {
		return s.showPlaces(w, r, me, http.StatusConflict, placesPage{Problem: "Nothing was done: " + why + "."})
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/places", http.StatusSeeOther)
	return nil
}

// readPlaceForm reads the form, and where on the map somebody clicked.
func readPlaceForm(v url.Values) placeForm {
	get := func(name string, most int) string { return cutBytes(most, strings.ToValidUTF8(v.Get(name), "�")) }
	f := placeForm{Names: strings.ReplaceAll(get("names", maxPlaceNames), "\r\n", "\n"), At: oneLine(get("at", 100)), In: oneLine(get("in", 400)),
		Kind: get("kind", 20), Precision: get("precision", 2), Reason: get("reason", maxReasonForm)}
	if f.Kind != string(isnad.KindQuarter) {
		f.Kind = string(isnad.KindTown)
	}
	f.Map.Zoom = 3
	if z, err := strconv.Atoi(v.Get("zoom")); err == nil {
		f.Map.Zoom = min(max(z, minZoom), maxZoom)
	}
	if lat, lon, ok := clicked(v); ok {
		f.At = fmt.Sprintf("%.4f, %.4f", lat, lon)
		f.Map.Zoom = min(f.Map.Zoom+2, maxZoom)
	}
	if z, err := strconv.Atoi(v.Get("to")); err == nil { // the buttons below the map
		f.Map.Zoom = min(max(z, minZoom), maxZoom)
	}
	return f
}

// clicked is the point of a tile that a visitor pressed: browsers send where as
// tile.Z.X.Y.x and tile.Z.X.Y.y, in pixels of a tile of 256.
func clicked(v url.Values) (lat, lon float64, ok bool) {
	for name := range v {
		part := strings.Split(name, ".")
		if len(part) != 5 || part[0] != "tile" || part[4] != "x" {
			continue
		}
		px, err1 := strconv.Atoi(v.Get(name))
		py, err2 := strconv.Atoi(v.Get(strings.TrimSuffix(name, "x") + "y"))
		z, err3 := strconv.Atoi(part[1])
		x, err4 := strconv.Atoi(part[2])
		y, err5 := strconv.Atoi(part[3])
		if errors.Join(err1, err2, err3, err4, err5) != nil || z < 0 || z > maxZoom || px < 0 || py < 0 || px > 256 || py > 256 || x < 0 || y < 0 || x >= 1<<z || y >= 1<<z {
			continue
		}
		n := float64(int(1) << z)
		lon = (float64(x)+float64(px)/256)/n*360 - 180
		lat = math.Atan(math.Sinh(math.Pi*(1-2*(float64(y)+float64(py)/256)/n))) * 180 / math.Pi
		return lat, lon, true
	}
	return 0, 0, false
}

// placeMap is the piece of the map around the point typed, or around all that
// lies between the Atlantic and the Indus where there is none.
func (s *site) placeMap(f *placeForm) placeMap {
	m := placeMap{Zoom: f.Map.Zoom, Lat: 33, Lon: 38}
	if lat, lon, err := isnad.ParsePoint(f.At); err == nil && math.Abs(lat) < 84 {
		m.Lat, m.Lon, m.Marked = lat, lon, true
	}
	m.In, m.Out = min(m.Zoom+1, maxZoom), max(m.Zoom-1, minZoom)
	n := float64(int(1) << m.Zoom)
	x := (m.Lon + 180) / 360 * n
	rad := m.Lat * math.Pi / 180
	y := (1 - math.Log(math.Tan(rad)+1/math.Cos(rad))/math.Pi) / 2 * n
	left := int(math.Round(x - mapCols/2.0))
	top := int(math.Round(y - mapRows/2.0))
	left, top = min(max(left, 0), int(n)-mapCols), min(max(top, 0), int(n)-mapRows)
	m.CX, m.CY = (x-float64(left))*100, (y-float64(top))*100
	for row := range mapRows {
		for col := range mapCols {
			at := fmt.Sprintf("%d/%d/%d", m.Zoom, left+col, top+row)
			m.Tiles = append(m.Tiles, mapTile{Name: "tile." + strings.ReplaceAll(at, "/", "."), Src: "/basemap/" + s.hash + "/light/" + at + ".svg"})
		}
	}
	return m
}
