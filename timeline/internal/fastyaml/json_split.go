package fastyaml

import (
	"strings"
	"unicode/utf8"
)

// This file cuts long texts of JSON into pieces of whole values, without reading them.

// A Piece is some values of a text of JSON.
type Piece struct {
	Text   string
	Above  int // lines of the text above it
	Before int // characters before it in its line
	End    int // offset after it
}

// Pieces are a list that was cut.
type Pieces struct {
	All    []Piece
	Count  int  // items
	Length int  // bytes of the list, with its brackets
	Maps   bool // whether the first item is a map
}

// SplitJSON cuts the list whose bracket is at an offset of a text into pieces of about size bytes. Above is the number
// of lines above the bracket, before that of the characters before it in its line. A brace that closes none ends the
// list if it is in a map.
func SplitJSON(text string, at, above, before, size int, inMap bool) Pieces {
	c := splitter{text: text, size: size, begin: at, line: above, counted: at, runes: before, inMap: inMap}
	c.Length = c.items(at)
	return c.Pieces
}

// SplitJSONLines cuts a text into pieces of about size bytes, each of whole lines. It returns none where one of the
// first three lines holds no whole map.
func SplitJSONLines(text string, size int) (p Pieces) {
	rest, known := text, 0
	for known < 3 {
		line, after, ok := strings.Cut(rest, "\n")
		line = strings.Trim(line, " \t\r")
		if !ok || line != "" && (line[0] != '{' || End(line) != len(line)) {
			return p
		}
		if line != "" {
			known++
		}
		rest = after
	}
	lines := 0
	for from := 0; from < len(text); {
		end := len(text)
		if from+size < len(text) {
			if at := strings.IndexByte(text[from+size:], '\n'); at >= 0 {
				end = from + size + at + 1
			}
		}
		p.All = append(p.All, Piece{Text: text[from:end], Above: lines, End: end})
		count := strings.Count(text[from:end], "\n")
		lines += count
		p.Count += count
		from = end
	}
	return p
}

// SplitJSONValues cuts a text of maps that follow on each other, over several lines or in one, into pieces of about
// size bytes. It returns none where one of the first three values is no whole map.
func SplitJSONValues(text string, size int) Pieces {
	rest := text
	for range 3 {
		if rest = strings.TrimLeft(rest, ", \t\r\n"); rest == "" || rest[0] != '{' || End(rest) == 0 {
			return Pieces{}
		}
		rest = rest[End(rest):]
	}
	c := splitter{text: text, size: size}
	c.values()
	return c.Pieces
}

// A splitter goes through a list of JSON.
type splitter struct {
	Pieces
	text  string
	size  int
	begin int // offset of the line in hand
	line  int // lines above it

	inMap bool // whether the list is in a map

	counted, runes int // an offset in the line in hand, and the characters before it
}

// items cuts the list whose bracket is at an offset. It returns its length, to its bracket or the end of the text.
func (s *splitter) items(from int) int {
	var open brackets
	piece := s.pieceAt(from + 1)
	for at := from; at < len(s.text); at++ {
		switch s.text[at] {
		case '{', '[':
			if open.take(s.text[at]); len(open.open) == 2 {
				s.Maps = s.Maps || s.Count == 0 && s.text[at] == '{'
				s.Count++
			}
		case '}', ']':
			if open.take(s.text[at]) && s.inMap { // its own is missing
				s.cut(piece, at)
				return at - from
			}
			if len(open.open) == 0 {
				s.cut(piece, at)
				return at + 1 - from
			}
		case '"':
			if at = StringEnd(s.text, at); at < len(s.text) && s.text[at] == '\n' {
				at--
			}
		case '\n':
			s.begin = at + 1
			s.line++
		case ',':
			if len(open.open) == 1 && at-piece.End >= s.size {
				s.cut(piece, at)
				piece = s.pieceAt(at + 1)
			}
		}
	}
	s.cut(piece, len(s.text))
	return len(s.text) - from
}

// values cuts the whole text before maps that are in no other.
func (s *splitter) values() {
	var open brackets
	piece := s.pieceAt(0)
	for at := 0; at < len(s.text); at++ {
		switch s.text[at] {
		case '{', '[':
			if len(open.open) == 0 {
				if at-piece.End >= s.size {
					s.cut(piece, at)
					piece = s.pieceAt(at)
				}
				s.Count++
			}
			open.take(s.text[at])
		case '}', ']':
			open.take(s.text[at])
		case '"':
			if at = StringEnd(s.text, at); at < len(s.text) && s.text[at] == '\n' {
				at--
			}
		case '\n':
			s.begin = at + 1
			s.line++
		}
	}
	s.cut(piece, len(s.text))
}

// pieceAt begins a piece at an offset, which is its End until cut.
func (s *splitter) pieceAt(at int) Piece {
	if s.counted < s.begin {
		s.counted, s.runes = s.begin, 0
	}
	s.runes += utf8.RuneCountInString(s.text[s.counted:at])
	s.counted = at
	return Piece{Above: s.line, Before: s.runes, End: at}
}

// cut ends a piece at an offset.
func (s *splitter) cut(p Piece, end int) {
	p.Text, p.End = s.text[p.End:end], end
	s.All = append(s.All, p)
}
