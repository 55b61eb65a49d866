package record

import "dateline/timeline"

// A block writes maps and lists in lines.
type block struct {
	text  []byte
	depth int  // blanks before the keys of the map in hand
	hung  bool // whether the first of them comes after a hyphen, which has been written
}

// A pair is a key with its value. Where the key is "", the value is written alone.
type pair struct{ key, value string }

// lead begins a line, unless a hyphen did.
func (b *block) lead() {
	if b.hung {
		b.hung = false
		return
	}
	b.text = appendBlanks(b.text, b.depth)
}

// key writes a key and its colon.
func (b *block) key(key string) {
	b.lead()
	if len(key) > longestKey {
		b.text = append(append(b.text, "? "...), appendQuoted(nil, key)...)
		b.text = append(appendBlanks(append(b.text, '\n'), b.depth), ':')
		return
	}
	b.text = append(appendText(b.text, key, asKey, asText), ':')
}

// longestKey is the length in bytes of a key above which YAML wants it after a question mark.
const longestKey = 250

// item begins an item of the list that is the value of a key of the map in hand. The item is a map, which close ends.
func (b *block) item() {
	b.text = append(appendBlanks(b.text, b.depth+2), "- "...)
	b.depth += 4
	b.hung = true
}

func (b *block) close() {
	if b.hung {
		b.text = append(b.text, "{}\n"...)
		b.hung = false
	}
	b.depth -= 4
}

// line writes a key with a text in one line, unless that is "".
func (b *block) line(key, value string) {
	if value != "" {
		b.key(key)
		b.text = append(appendText(append(b.text, ' '), value, inBlock, asText), '\n')
	}
}

// number writes a key with a text that may be a number.
func (b *block) number(key, value string) {
	if value != "" {
		b.key(key)
		b.text = append(appendText(append(b.text, ' '), value, inBlock, asWritten), '\n')
	}
}

// date writes a key with a date, unless there is none.
func (b *block) date(key, edtf string) {
	if edtf == "" {
		return
	}
	b.key(key)
	b.text = append(b.text, ' ')
	if isDate(edtf) {
		b.text = append(b.text, edtf...)
	} else {
		b.text = appendQuoted(b.text, edtf)
	}
	b.text = append(b.text, '\n')
}

// prose writes a key with a text that may have paragraphs, unless that is "".
func (b *block) prose(key, value string) {
	if value != "" {
		b.key(key)
		b.text = appendProse(append(b.text, ' '), value, b.depth+len(key)+2, b.depth+2, asText)
	}
}

// list writes a list of texts, in brackets where it fits into a line.
func (b *block) list(key string, texts []string) {
	if len(texts) == 0 {
		return
	}
	b.key(key)
	before := len(b.text)
	b.text = append(b.text, " ["...)
	for i, s := range texts {
		if i > 0 {
			b.text = append(b.text, ", "...)
		}
		b.text = appendText(b.text, s, inFlow, asText)
	}
	b.text = append(b.text, "]\n"...)
	if b.fits(before, len(key)) {
		return
	}
	b.text = append(b.text[:before], '\n')
	for _, s := range texts {
		b.text = append(appendBlanks(b.text, b.depth+2), "- "...)
		b.text = append(appendText(b.text, s, inBlock, asText), '\n')
	}
}

// fits reports whether the line that was written from an offset on, after a key, is not too long.
func (b *block) fits(from, key int) bool {
	return len(b.text)-from < 4*fullWidth && b.depth+key+runes(string(b.text[from:])) <= fullWidth+2
}

// proses writes a list of texts that may have paragraphs.
func (b *block) proses(key string, texts []string) {
	if len(texts) == 0 {
		return
	}
	b.key(key)
	b.text = append(b.text, '\n')
	for _, s := range texts {
		b.text = append(appendBlanks(b.text, b.depth+2), "- "...)
		b.text = appendProse(b.text, s, b.depth+4, b.depth+4, asText)
	}
}

// flowMap writes a map in braces, without the pairs that have no value.
func (b *block) flowMap(pairs []pair) {
	b.text = append(b.text, '{')
	first := true
	for _, p := range pairs {
		if p.value == "" {
			continue
		}
		if !first {
			b.text = append(b.text, ", "...)
		}
		first = false
		b.text = append(appendText(b.text, p.key, asKey, asText), ": "...)
		b.text = appendText(b.text, p.value, inFlow, senseOf(p.key))
	}
	b.text = append(b.text, '}')
}

// senseOf returns what the value of a key may be taken for.
func senseOf(key string) sense {
	switch key {
	case "value", "low", "best", "high", "published", "accessed", "start", "end":
		return asWritten
	}
	return asText
}

// mapItem writes an item of a list that is a map: in braces where that fits into a line.
func (b *block) mapItem(pairs []pair) {
	before := len(b.text)
	b.text = append(appendBlanks(b.text, b.depth+2), "- "...)
	b.flowMap(pairs)
	b.text = append(b.text, '\n')
	if b.fits(before, 0) {
		return
	}
	b.text = b.text[:before]
	b.item()
	b.pairs(pairs)
	b.close()
}

// pairs writes pairs, each in lines of its own.
func (b *block) pairs(pairs []pair) {
	for _, p := range pairs {
		switch {
		case p.key == "text":
			b.prose(p.key, p.value)
		case senseOf(p.key) == asWritten:
			b.number(p.key, p.value)
		default:
			b.line(p.key, p.value)
		}
	}
}

// fieldsLeft returns fields without those at some places.
func fieldsLeft(fields []timeline.Field, without func(i int) bool) (left []timeline.Field) {
	for i, f := range fields {
		if !without(i) {
			left = append(left, f)
		}
	}
	return left
}
