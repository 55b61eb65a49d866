package containers

import (
	"slices"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
)

// IsDate reports whether a key may say when an event happened.
func IsDate(key string) bool { return key == "date" || key == "start" || means(key, guess.Date) }

// IsTitle reports whether a key may say what happened.
func IsTitle(key string) bool {
	switch key {
	case "title", "summary", "description":
		return true
	}
	return means(key, guess.Title) || means(key, guess.Summary)
}

// titleRank returns the place of a key that says what happened among all that do. A less one is the better title.
func titleRank(key string) int {
	const weak, text = 1 << 8, 1 << 9
	switch key {
	case "title":
		return 0
	case "summary":
		return text
	case "description":
		return text + 1
	}
	rank := 0 // of a key that the reader named
	for _, m := range guess.Meant(key) {
		at := 1 + int(m.Rank)
		if !m.Strong {
			at += weak
		}
		switch {
		case m.Role == guess.Title:
			return at
		case m.Role == guess.Summary:
			rank = text + 1 + at
		}
	}
	return rank
}

// means reports whether a key may be for a role.
func means(key string, role guess.Role) bool {
	return slices.ContainsFunc(guess.Meant(key), func(m guess.Meaning) bool { return m.Role == role })
}

// Word returns a node of a key, with the place of another node.
func Word(key string, at *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Line: at.Line, Column: at.Column}
}

// Has reports whether a map has a key.
func Has(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}
