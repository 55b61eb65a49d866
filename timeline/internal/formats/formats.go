// Package formats tells the format of a file: by the ending of its name, or by what its text begins with.
//
//	formats.ByName("talks.ndjson")              // JSONLines
//	formats.ByText("date,title\n2025,A talk\n") // Table
//	formats.Of("stdin", text)                   // by its name if that says one, else by its text
//
// It reads no file, and does not check that a text is well-formed. A text that may be of any format is YAML: the reader
// of YAML says what is wrong with it. It imports tabular, icaldoc and tomldoc, which tell their own formats, and
// guess, which knows the names of columns.
package formats

import (
	"path"
	"strings"

	"dateline/timeline/internal/icaldoc"
	"dateline/timeline/internal/tabular"
	"dateline/timeline/internal/tomldoc"
)

// A Format is what a text is written in.
type Format uint8

// The formats that are read. Unknown is the format of a name without a known ending.
const (
	Unknown Format = iota
	YAML
	Markdown // with front matter
	JSON
	JSONLines
	Table // CSV, TSV and the like, whatever separates the cells
	Calendar
	TOML
)

// endings are the formats by the endings of names. Endings lists them for people.
var endings = map[string]Format{
	".yaml": YAML, ".yml": YAML,
	".md": Markdown, ".markdown": Markdown, ".mdx": Markdown,
	".json": JSON, ".geojson": JSON,
	".jsonl": JSONLines, ".ndjson": JSONLines,
	".csv": Table, ".tsv": Table, ".tab": Table, ".psv": Table,
	".ics": Calendar, ".ical": Calendar,
	".toml": TOML,
}

// Endings are the endings of names that are read in a folder, as a message shows them.
const Endings = "*.yaml, *.json, *.jsonl, *.csv, *.tsv, *.ics, *.toml and *.md with front matter"

// ByName returns the format of a file by the ending of its name, and Unknown where the ending is not known.
func ByName(name string) Format { return endings[strings.ToLower(path.Ext(name))] }

// IsNamed reports whether the ending of a name is that of a format.
func IsNamed(name string) bool { return ByName(name) != Unknown }

// IsFolderHead reports whether a file of that name holds what is said of a whole folder: its title, actors, sources.
func IsFolderHead(name string) bool {
	base := path.Base(name)
	return base == "_dateline.yaml" || base == "_dateline.yml"
}

// Of returns the format of a file by its name, or else by its text.
func Of(name, text string) Format {
	if f := ByName(name); f != Unknown {
		return f
	}
	return ByText(text)
}

// ByText returns the format of a text, by what it begins with.
func ByText(text string) Format {
	text = strings.TrimLeft(strings.TrimPrefix(text, "\ufeff"), " \t\r\n")
	first, rest, _ := strings.Cut(text, "\n")
	first = strings.TrimRight(first, " \t\r")
	switch {
	case text == "":
		return YAML
	case icaldoc.Is(text):
		return Calendar
	case tomldoc.HasFrontMatter(text):
		return Markdown
	case first == "---":
		if isProse(rest) {
			return Markdown
		}
	case text[0] == '{' || text[0] == '[':
		return inBrackets(text, first, rest)
	case tomldoc.Is(text):
		return TOML
	case tabular.Is(text), isTable(text):
		return Table
	case isChronicle(text):
		return Markdown
	case text[0] == '/':
		if json := withoutRemarks(text); json != "" && strings.IndexByte("{[", json[0]) >= 0 {
			return JSON
		}
	}
	return YAML
}

// inBrackets returns the format of a text that begins with a bracket or brace, as JSON, JSON Lines, TOML and YAML may.
func inBrackets(text, first, rest string) Format {
	inner := strings.TrimLeft(text[1:], " \t\r\n[{")
	second := strings.TrimLeft(rest, " \t\r\n")
	switch {
	case tomldoc.Is(text):
		return TOML
	case text[0] == '{' && hasJSON(text):
		return Markdown
	case inner == "" || strings.IndexByte(`"]}`, inner[0]) < 0:
		return YAML
	case text[0] == '{' && strings.HasSuffix(first, "}") && strings.HasPrefix(second, "{"):
		return JSONLines
	}
	return JSON
}

// isProse reports whether text follows the second line of hyphens that is not YAML, as the body of a page is not.
func isProse(below string) bool {
	_, body, ok := strings.Cut("\n"+below, "\n---")
	if !ok {
		return false
	}
	_, body, _ = strings.Cut(body, "\n")
	for line := range strings.Lines(body) {
		if line = strings.TrimSpace(line); line != "" {
			return !strings.Contains(line, ": ") && !strings.HasSuffix(line, ":") && !strings.HasPrefix(line, "- ") &&
				strings.IndexByte("{[&", line[0]) < 0
		}
	}
	return false
}
