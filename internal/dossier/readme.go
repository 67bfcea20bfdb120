package dossier

import (
	"io"
	"text/template"
	"time"
)

// writeReadme writes README.txt. Nothing from outside stands in it but the title
// of the incident, on one line.
func writeReadme(w io.Writer, c *Contents) error {
	t, err := template.New("README.txt").Funcs(template.FuncMap{"one": func(s string) string { return cutAt(oneLine(s), 300) }, "time": timeWords}).ParseFS(pageFiles, "page/README.txt")
	if err != nil {
		return err
	}
	return t.Execute(w, struct {
		*Contents
		Newest time.Time
	}{c, newest(c)})
}
