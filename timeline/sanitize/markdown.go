package sanitize

import "strings"

// unmarked replaces what is markup inside a line of Markdown by what reads the same and is none. What is markup in HTML
// too becomes a character reference, since some readers do not know a backslash before it. A word joiner keeps sites
// such as GitHub from taking @name for a person to notify, and #1 for an issue.
var unmarked = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`,
	"|", `\|`, "~", `\~`, "$", `\$`, "=", `\=`, "^", `\^`,
	"&", "&amp;", "<", "&lt;", "@", "@&#8288;", "#", `\#&#8288;`,
	"://", `\://`, "www.", `www\.`, "WWW.", `WWW\.`,
)

// Markdown returns one line of Markdown that says what a text of the record says and is no markup. Where it begins a
// line of the page, MarkdownLine makes that safe too.
func Markdown(s string) string { return unmarked.Replace(strings.TrimSpace(Line(s))) }

// MarkdownLine returns a line of Markdown so that what it begins with makes it no list, quote or the like.
func MarkdownLine(s string) string {
	switch digits := len(s) - len(strings.TrimLeft(s, "0123456789")); {
	case s == "":
		return ""
	case strings.IndexByte("+->:!%?", s[0]) >= 0:
		return `\` + s
	case digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')'):
		return s[:digits] + `\` + s[digits:]
	}
	return s
}
