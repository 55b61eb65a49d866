// Package flow reads the brackets, quotes and escapes of single lines of YAML, whole or broken:
//
//	flow.Read("[a, {b: 1}").Missing() // "]"
//	flow.QuoteEnd(`'it''s' # so`)     // 7
//
// It builds no nodes and knows nothing of what a line says, nor of the lines around it. It imports only the standard
// library.
package flow

import "strings"

// Brackets say how the lists and maps in brackets of a text end.
type Brackets struct {
	Open   []byte // brackets that are not closed
	Opened string // the bracket that the wrong one closes
	Quote  byte   // the quote of a text that goes on in the next line
	End    int    // offset after the last bracket in the first line; 0 where it is not there
	Closed int    // offset after the last bracket in the last line that was read
	Wrong  int    // offset after a closing bracket of the wrong kind in the first line
	Lines  int
}

// Read reads a line that begins with a bracket.
func Read(text string) *Brackets {
	b := new(Brackets)
	b.Add(text)
	return b
}

// IsOpen reports whether a bracket is not closed.
func (b *Brackets) IsOpen() bool { return len(b.Open) > 0 && b.Wrong == 0 }

// Missing returns the brackets that are missing.
func (b *Brackets) Missing() string {
	closing := make([]byte, 0, len(b.Open))
	for i := len(b.Open) - 1; i >= 0; i-- {
		closing = append(closing, Closing(b.Open[i]))
	}
	return string(closing)
}

// Closing returns the bracket that closes another.
func Closing(open byte) byte {
	if open == '[' {
		return ']'
	}
	return '}'
}

// Add reads another line, as far as the end of the brackets.
func (b *Brackets) Add(text string) {
	b.Lines++
	for i := 0; i < len(text); i++ {
		c := text[i]
		if b.Quote != 0 {
			end := restOfQuote(text[i:], b.Quote)
			if end == 0 {
				return
			}
			b.Quote, i = 0, i+end-1
			continue
		}
		before := byte(' ')
		if i > 0 {
			before = text[i-1]
		}
		switch {
		case c == '[' || c == '{':
			b.Open = append(b.Open, c)
		case c == ']' || c == '}':
			last := len(b.Open) - 1
			if last < 0 {
				return
			}
			if Closing(b.Open[last]) != c {
				if b.Lines == 1 {
					b.Wrong, b.Opened = i+1, string(b.Open[last])
				}
				return
			}
			if b.Open = b.Open[:last]; last == 0 {
				b.Closed = i + 1
				if b.Lines == 1 {
					b.End = i + 1
				}
				return
			}
		case (c == '"' || c == '\'') && (before == ' ' || before == '[' || before == '{' || before == ',' || before == '\t'):
			b.Quote = c
		case c == '#' && (before == ' ' || before == '\t'):
			return
		}
	}
}

// Pieces returns what is between the brackets and commas of a line.
func Pieces(text string) []Extent {
	var found []Extent
	from := 0
	add := func(to int) {
		if strings.TrimSpace(text[from:to]) != "" {
			found = append(found, Extent{from, to})
		}
		from = to + 1
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case strings.IndexByte("[]{},", c) >= 0:
			add(i)
		case (c == '"' || c == '\'') && (i == 0 || strings.IndexByte(" [{,\t", text[i-1]) >= 0):
			end := QuoteEnd(text[i:])
			if end == 0 {
				add(len(text))
				return found
			}
			i += end - 1
		}
	}
	if from < len(text) {
		add(len(text))
	}
	return found
}

// An Extent is a stretch of a line, by the offsets of its bytes.
type Extent struct{ From, To int }

// QuoteEnd returns the length of the quoted scalar that s begins with, and 0 where that does not end on this line.
func QuoteEnd(s string) int {
	if s == "" {
		return 0
	}
	if end := restOfQuote(s[1:], s[0]); end > 0 {
		return 1 + end
	}
	return 0
}

// restOfQuote returns the length of what s begins with of a scalar in quotes whose quote is before it, and 0 where that
// does not end on this line.
func restOfQuote(s string, quote byte) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quote == '"':
			i++
		case s[i] == quote && quote == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == quote:
			return i + 1
		}
	}
	return 0
}

// End returns the length of the list or map in brackets that s begins with, and that of s where it does not end on
// this line.
func End(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'':
			if before := s[max(0, i-1)]; before == ' ' || before == '[' || before == '{' || before == ',' {
				end := QuoteEnd(s[i:])
				if end == 0 {
					return len(s)
				}
				i += end - 1
			}
		}
	}
	return len(s)
}
