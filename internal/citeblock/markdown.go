package citeblock

import "strings"

// Markdown writes a printed text so that no reader of Markdown finds markup in it but paragraphs and line
// breaks: marks are escaped, white space at the ends of lines stands as character references.
func Markdown(text string) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(markdownLine(l))
		if i+1 < len(lines) {
			if strings.TrimSpace(l) != "" && strings.TrimSpace(lines[i+1]) != "" {
				b.WriteByte('\\') // a line break, not a space
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// markdownLine escapes one line. What begins a block (a list, a heading, a rule) is escaped where it
// may begin one.
func markdownLine(s string) string {
	var b strings.Builder
	begun := false // something other than white space and digits came
	digits := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch c {
		case ' ', '\t':
			if !begun && !digits || i+1 == len(s) {
				b.WriteString(map[byte]string{' ': "&#32;", '\t': "&#9;"}[c])
				continue
			}
		case '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&', '@', '{', '}', '$', '^':
			b.WriteByte('\\')
		case '+', '-', '=', '%', '!', '"', '\'':
			if !begun && !digits {
				b.WriteByte('\\')
			}
		case '.', ')':
			if !begun && digits || c == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www") {
				b.WriteByte('\\')
			}
		case ':':
			if !begun || i+1 < len(s) && (letter(s[i+1]) || strings.IndexByte("/+-_", s[i+1]) >= 0) {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
		switch {
		case c >= '0' && c <= '9':
			digits = true
		case c != ' ' && c != '\t':
			begun = true
		}
	}
	return b.String()
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// FromMarkdown undoes [Markdown], and gives addresses without their pointed brackets.
func FromMarkdown(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case rest[0] == '\\' && len(rest) > 1 && rest[1] == '\n':
			i++
			continue
		case rest[0] == '\\' && len(rest) > 1 && punctuation(rest[1]):
			b.WriteByte(rest[1])
			i += 2
			continue
		case strings.HasPrefix(rest, "&#32;"):
			b.WriteByte(' ')
			i += len("&#32;")
			continue
		case strings.HasPrefix(rest, "&#9;"):
			b.WriteByte('\t')
			i += len("&#9;")
			continue
		case rest[0] == '<' && hasScheme(rest[1:]):
			if n := strings.IndexAny(rest, "> \n"); n > 0 && rest[n] == '>' {
				b.WriteString(rest[1:n])
				i += n + 1
				continue
			}
		}
		b.WriteByte(rest[0])
		i++
	}
	return b.String()
}

func punctuation(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// Markdown is the whole block as Markdown.
func (b *Block) Markdown() string {
	var s strings.Builder
	s.WriteString("### " + Begin + "\n\n")
	for _, l := range b.Lines() {
		s.WriteString(l.Label + ": ")
		if l.Address != "" {
			s.WriteString("<" + l.Address + ">")
			if l.Words != "" {
				s.WriteByte(' ')
			}
		}
		// Behind a letter, so that nothing begins a block there.
		s.WriteString(strings.TrimPrefix(markdownLine("x"+l.Words), "x") + "\\\n")
	}
	return s.String() + End
}
