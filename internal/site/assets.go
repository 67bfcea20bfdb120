package site

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"

	"isnad"
)

//go:embed all:assets
var assetFiles embed.FS

// assets are the files that pages load, each under a name that holds the hash
// of its content.
type assets struct {
	hashed  map[string]string // site.css → site.0123456789.css
	files   map[string][]byte // by hashed name
	leaflet bool              // the map library is there
}

func loadAssets() (*assets, error) {
	a := &assets{hashed: map[string]string{}, files: map[string][]byte{}}
	err := fs.WalkDir(assetFiles, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		kind := typeOf(name)
		if kind == "" {
			return nil // README, licences
		}
		b, err := assetFiles.ReadFile(name)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name, "assets/")
		sum := sha256.Sum256(b)
		ext := path.Ext(name)
		hashed := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
		a.hashed[name], a.files[hashed] = hashed, b
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading assets: %w", err)
	}
	_, js := a.hashed["vendor/leaflet.js"]
	_, css := a.hashed["vendor/leaflet.css"]
	a.leaflet = js && css
	return a, nil
}

// typeOf is the media type of an asset, empty for what is not served. It does
// not ask the system, whose table differs between machines.
func typeOf(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return mime.FormatMediaType("image/svg+xml", nil)
	}
	return ""
}

// url is the address of an asset by its plain name.
func (a *assets) url(name string) (string, error) {
	h, ok := a.hashed[name]
	if !ok {
		return "", fmt.Errorf("no asset %s", name)
	}
	return "/assets/" + h, nil
}

const forever = "public, max-age=31536000, immutable"

func (s *site) asset(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("file")
	b, ok := s.assets.files[name]
	if !ok {
		return fmt.Errorf("asset %q: %w", name, isnad.ErrNotFound)
	}
	w.Header().Set("Content-Type", typeOf(name))
	w.Header().Set("Cache-Control", forever)
	w.Header().Set("ETag", `"`+name+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
	return nil
}
