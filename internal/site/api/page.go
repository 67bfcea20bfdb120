package api

import (
	"bytes"
	"fmt"
	"html/template"
	"maps"
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

// listing tells the operations for people. It loads nothing from anywhere.
func listing(title string, doc *huma.OpenAPI) ([]byte, error) {
	type route struct {
		Path string
		Op   *huma.Operation
	}
	type group struct {
		Tag    *huma.Tag
		Routes []route
	}
	var groups []group
	paths := slices.Sorted(maps.Keys(doc.Paths))
	for _, tag := range doc.Tags {
		g := group{Tag: tag}
		for _, path := range paths {
			for _, op := range []*huma.Operation{doc.Paths[path].Get, doc.Paths[path].Post} {
				if op != nil && slices.Contains(op.Tags, tag.Name) {
					g.Routes = append(g.Routes, route{path, op})
				}
			}
		}
		groups = append(groups, g)
	}
	t, err := template.New("listing").Parse(listingText)
	if err != nil {
		return nil, fmt.Errorf("listing the API: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, map[string]any{"Title": title, "About": about, "Groups": groups}); err != nil {
		return nil, fmt.Errorf("listing the API: %w", err)
	}
	return b.Bytes(), nil
}

// operationOf is the operation of an address: the one that reads, where there are two.
func operationOf(p *huma.PathItem) *huma.Operation {
	if p.Get != nil {
		return p.Get
	}
	return p.Post
}

const listingText = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}} API</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
code, dt { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
h3 { margin: 1.6rem 0 .2rem; font-size: 1.05rem; }
p { margin: .2rem 0 .6rem; }
dl { margin: .3rem 0; display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .1rem 1rem; }
dd { margin: 0; }
</style>
</head>
<body>
<main>
<h1>{{.Title}} API</h1>
<p>{{.About}}</p>
<p>Full description: <a href="/openapi.json">OpenAPI 3.1 as JSON</a>, <a href="/api/openapi.yaml">as YAML</a>. <a href="/">Back to the site</a>.</p>
{{range .Groups}}
<h2>{{.Tag.Description}}</h2>
{{range .Routes}}
<h3><code>{{.Op.Method}} {{.Path}}</code></h3>
<p>{{.Op.Summary}}. {{.Op.Description}}</p>
{{with .Op.Parameters}}<dl>{{range .}}<dt>{{.Name}}</dt><dd>{{.Description}}</dd>{{end}}</dl>{{end}}
{{end}}{{end}}
</main>
</body>
</html>
`
