package guess

import (
	"strings"
)

// Cell returns the items of a list that a program wrote into one text: as JSON, as Python has it, or as Postgres does.
//
//	["Mira Sol", "Jon Vale"]   ['Mira Sol', "O'Neil"]   {Mira,"Jon Vale"}   [{"id": 1, "name": "Mira Sol"}]
//
// Of a map in it, the item is what it is called. Ok reports whether the text is such a list and nothing else.
func Cell(text string) (list []string, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) < 2 || text[0] != '[' && text[0] != '{' || strings.HasPrefix(text, "[[") ||
		strings.HasPrefix(text, "{{") {
		return nil, false
	}
	r := cellReader{rest: text[1:]}
	list, ok = r.items(text[0] + 2) // ] and } are two after [ and {
	return list, ok && r.rest == ""
}

// A cellReader reads what is left of a text.
type cellReader struct{ rest string }

// items reads the items of a list up to its end.
func (r *cellReader) items(end byte) (list []string, ok bool) {
	for {
		if r.skip(); r.next(end) {
			return list, true
		}
		item, ok := r.item(end)
		if !ok {
			return nil, false
		}
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
		if r.skip(); r.next(',') {
			continue
		}
		return list, r.next(end)
	}
}

// item reads one item of a list: a text, or the name in a map.
func (r *cellReader) item(end byte) (string, bool) {
	if !r.next('{') {
		return r.text(string(end))
	}
	name := ""
	for {
		if r.skip(); r.next('}') {
			return name, name != ""
		}
		key, ok := r.text(":")
		if r.skip(); !ok || !r.next(':') {
			return "", false
		}
		r.skip()
		value, ok := r.text("}")
		if !ok {
			return "", false
		}
		switch Fold(key) {
		case "name", "label", "title", "actor":
			if name == "" {
				name = value
			}
		}
		r.skip()
		r.next(',')
	}
}

// text reads a text in quotation marks, or one without up to a comma or one of some ends.
func (r *cellReader) text(ends string) (string, bool) {
	if r.rest == "" {
		return "", false
	}
	quote := r.rest[0]
	if quote != '"' && quote != '\'' {
		n := strings.IndexAny(r.rest, ","+ends)
		if n < 0 || strings.ContainsAny(r.rest[:n], `[]{}"`+"\n") {
			return "", false
		}
		word := strings.TrimSpace(r.rest[:n])
		r.rest = r.rest[n:]
		if lower := strings.ToLower(word); lower == "null" || lower == "none" {
			word = ""
		}
		return word, true
	}
	var b strings.Builder
	for i := 1; i < len(r.rest); i++ {
		switch c := r.rest[i]; {
		case c == '\\' && i+1 < len(r.rest):
			if i++; r.rest[i] == 'n' {
				b.WriteByte('\n')
			} else {
				b.WriteByte(r.rest[i])
			}
		case c == quote:
			r.rest = r.rest[i+1:]
			return b.String(), true
		default:
			b.WriteByte(c)
		}
	}
	return "", false
}

// skip goes over blanks.
func (r *cellReader) skip() { r.rest = strings.TrimLeft(r.rest, " \t\r\n") }

// next goes over a letter, if that is the next. It reports whether it is.
func (r *cellReader) next(c byte) bool {
	if r.rest == "" || r.rest[0] != c {
		return false
	}
	r.rest = r.rest[1:]
	return true
}
