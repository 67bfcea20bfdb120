// Package docs holds what the handbook says, for pages that hand parts of it out.
package docs

import _ "embed"

// Log is docs/log.md: how a stranger checks the log. Markdown, UTF-8.
//
//go:embed log.md
var Log []byte
