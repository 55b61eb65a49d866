// Package yaml12 parses YAML with yaml.v3, and reads question marks and versions as YAML 1.2 does.
//
// yaml.v3 takes each question mark in brackets for the sign of a key, so that it refuses [https://example.org?id=1],
// and reads [?a] as a map. In YAML 1.2 it is a sign only where a value can begin and a blank comes next. So those that
// are text are hidden from yaml.v3 by a character that the text does not hold, and put back in what it returns. All
// places stay as they are.
//
// yaml.v3 refuses each version but 1.1. It is not shown those of 1.x, which all mean the same here.
//
// It knows nothing of records. It imports parallel and yamlcut.
package yaml12

import (
	"errors"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/yamlcut"
)

// Parse returns the documents of a text in UTF-8, all or none. The text may be in parts, of which each begins with a
// line. Question marks in comments may come back as other characters.
func Parse(parts ...string) ([]*yaml.Node, error) {
	standIn := standInFor(parts)
	readers := make([]io.Reader, len(parts))
	for i, part := range parts {
		readers[i] = strings.NewReader(hide(yamlcut.Unversioned(part), standIn))
	}
	docs, err := parallel.Recover(func() (docs []*yaml.Node, err error) {
		parser := yaml.NewDecoder(io.MultiReader(readers...))
		for {
			var n yaml.Node
			if err := parser.Decode(&n); errors.Is(err, io.EOF) {
				return docs, nil
			} else if err != nil {
				return nil, err
			}
			if n.Kind == yaml.DocumentNode {
				docs = append(docs, n.Content[0])
			}
		}
	})
	if standIn != "" {
		for _, n := range docs {
			restore(n, standIn)
		}
	}
	return docs, err
}

// maxStandIns is how many characters are tried to stand for a question mark. In a text that holds them all, nothing is
// hidden. Their numbers end in one decimal digit.
const maxStandIns = 10

// standInFor returns a character that no part of a text holds, be it as an escape, and "" where none is needed.
func standInFor(parts []string) string {
	if !slices.ContainsFunc(parts, mayHide) {
		return ""
	}
	for c := '\ue000'; c < '\ue000'+maxStandIns; c++ {
		digits := string('0' + c - '\ue000')
		holds := func(part string) bool {
			return strings.ContainsRune(part, c) || strings.Contains(part, "e00"+digits) || strings.Contains(part, "E00"+digits)
		}
		if !slices.ContainsFunc(parts, holds) {
			return string(c)
		}
	}
	return ""
}

// mayHide reports whether a question mark comes after a bracket. yaml.v3 understands all others.
func mayHide(text string) bool {
	bracket := strings.IndexAny(text, "[{")
	return bracket >= 0 && strings.IndexByte(text[bracket:], '?') >= 0
}

// hide returns a text in which a character stands for each question mark that is text. If that is "", it changes
// nothing.
func hide(text, standIn string) string {
	if standIn == "" || !mayHide(text) {
		return text
	}
	var out strings.Builder
	out.Grow(len(text) + len(text)/8)
	done, word := 0, 0 // offsets of what is to be written, and of the word in hand
	begins := true     // whether a value may begin with the word
	for from := 0; ; {
		n := strings.IndexByte(text[from:], '?')
		if n < 0 {
			break
		}
		at := from + n
		if i := strings.LastIndexAny(text[from:at], " \t\r\n[{,"); i >= 0 {
			word = from + i + 1
			begins = mayBegin(text[:word])
		}
		if isText(text, word, at, begins) {
			out.WriteString(text[done:at])
			out.WriteString(standIn)
			done = at + 1
		}
		from = at + 1
	}
	out.WriteString(text[done:])
	return out.String()
}

// mayBegin reports whether a value may begin after a text.
func mayBegin(text string) bool {
	before := strings.TrimRight(text, " \t")
	return before == "" || strings.IndexByte("\r\n[{,:-?", before[len(before)-1]) >= 0
}

// isText reports whether the question mark at an offset, in the word that begins at another, is text: within a text or
// a word, or where a value begins and something else than a blank, a comma or a bracket comes next.
func isText(text string, word, at int, begins bool) bool {
	first := text[word]
	switch {
	case first == '!' || first == '&': // in a tag or an anchor
		return false
	case !begins:
		return true
	case first == '*' || first == '%': // in an alias or a directive
		return false
	case word < at && text[at-1] != ':':
		return true
	}
	return at+1 < len(text) && strings.IndexByte(" \t\r\n,[]{}", text[at+1]) < 0
}

// restore puts the question marks back into a tree.
func restore(n *yaml.Node, standIn string) {
	n.Value = strings.ReplaceAll(n.Value, standIn, "?")
	for _, child := range n.Content {
		restore(child, standIn)
	}
}
