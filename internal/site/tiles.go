package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/site/basemap"
)

// The colours of the base map, the same as in site.css.
func themes() map[string]basemap.Colours {
	return map[string]basemap.Colours{
		"light": {Sea: "#eef1f2", Land: "#fbfaf6", Coast: "#a9a79e", Border: "#b9b6ab"},
		"dark":  {Sea: "#0f1112", Land: "#1f1f1c", Coast: "#57554d", Border: "#4d4b44"},
	}
}

// baseHash names the outlines and their colours in addresses that are cached for ever.
func baseHash() string {
	h := sha256.New()
	h.Write(basemap.Packed())
	fmt.Fprint(h, themes())
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// tile draws one tile of the base map for Leaflet.
func (s *site) tile(w http.ResponseWriter, r *http.Request) error {
	colours, ok := themes()[r.PathValue("theme")]
	z, errZ := strconv.Atoi(r.PathValue("z"))
	x, errX := strconv.Atoi(r.PathValue("x"))
	y, isSVG := strings.CutSuffix(r.PathValue("y"), ".svg")
	row, errY := strconv.Atoi(y)
	if !ok || !isSVG || errZ != nil || errX != nil || errY != nil || r.PathValue("hash") != s.hash {
		return fmt.Errorf("tile %s: %w", r.URL.Path, isnad.ErrNotFound)
	}
	b, err := s.base.Tile(z, x, row, colours)
	if err != nil {
		return err
	}
	return s.always(w, r, "image/svg+xml", b)
}

// labels are the names of all countries and where to write them.
func (s *site) labels(w http.ResponseWriter, r *http.Request) error {
	if r.PathValue("hash") != s.hash {
		return fmt.Errorf("labels %s: %w", r.URL.Path, isnad.ErrNotFound)
	}
	all, err := s.base.Countries()
	if err != nil {
		return err
	}
	type label struct {
		Name string  `json:"name"`
		Lat  float64 `json:"lat"`
		Lon  float64 `json:"lon"`
		Size float64 `json:"size"` // degrees
	}
	var out []label
	for _, c := range all {
		if c.Code != "" {
			out = append(out, label{c.Name, round(c.Label[1]), round(c.Label[0]), round(c.Size)})
		}
	}
	b, err := json.Marshal(out)
	if err != nil {
		return fmt.Errorf("writing labels: %w", err)
	}
	return s.always(w, r, "application/json", b)
}

func round(f float64) float64  { return math.Round(f*100) / 100 }
func round3(f float64) float64 { return math.Round(f*1000) / 1000 }

// always answers with something that never changes under its address.
func (s *site) always(w http.ResponseWriter, r *http.Request, kind string, b []byte) error {
	h := w.Header()
	h.Set("Cache-Control", forever)
	tag := `"` + s.hash + `"`
	h.Set("ETag", tag)
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	h.Set("Content-Type", kind)
	_, err := w.Write(b)
	if err != nil && r.Context().Err() != nil {
		return nil
	}
	return err
}
