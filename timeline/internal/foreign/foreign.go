// Package foreign names files that dateline does not open, and says what would open them:
//
//	what, cure := foreign.Name("my books.journal", begin)
//	// what: "a hledger journal"
//	// cure: "print it as CSV: hledger print -O csv -f 'my books.journal' >'my books.journal'.csv"
//
// It knows them by the first bytes, by lines that nothing else has, and last by the end of the name. It is asked only
// about a file that could not be opened, so it may guess; for what may be anything it says nothing.
// The name is in the cure as a shell takes it; of standard input it is FILE.
//
// It decides nothing: what opens is the business of package load. It imports nothing of this program.
package foreign

import (
	"path"
	"regexp"
	"strings"

	"dateline/timeline/lazyregexp"
)

// maxBegin is how many bytes are looked at.
const maxBegin = 8 << 10

// Name returns what a file is, such as "a hledger journal", and what to do so that it can be opened. Both are "" where
// it does not know. begin is the first bytes of the file, as they are.
func Name(name, begin string) (what, cure string) {
	what, cure = find(name, begin)
	for _, ending := range []string{".json", ".csv"} {
		if stem, ok := strings.CutSuffix(name, ending); ok { // it is not written over itself, nor called .json.json
			cure = strings.ReplaceAll(cure, ">FILE"+ending, ">"+Quoted(stem+"-2"+ending))
		}
	}
	return what, strings.ReplaceAll(cure, "FILE", Quoted(name))
}

// Stream is Name of what came through a pipe, whose name cannot be opened again: its cure is of a pipe too, where the
// program in it reads one, or else begins with a file.
func Stream(name, begin string) (what, cure string) {
	what, cure = find(name, begin)
	if m := piped().FindStringSubmatch(cure); m != nil {
		return what, m[1] + "… | " + m[2] + " -" + m[3] + " | dateline -" + m[4]
	}
	if strings.Contains(cure, "FILE") {
		cure = "put it into a FILE, and " + cure
	}
	return what, cure
}

// piped matches a cure whose program takes - for a pipe. What it writes must open without a name, as
// Markdown does not.
var piped = lazyregexp.New(
	`^(.*: )((?:gunzip|bunzip2|xz|zstd|gpg|age|perl|hledger|yq|pandoc -f (?:bibtex|ris)) .*)` +
		`(?: FILE)(.*?)(?: >FILE\.\w+| \| dateline -)(.*)$`,
)

// IsProgram reports whether the ending of a name is that of a program.
func IsProgram(name string) bool {
	what, _ := byExtension(strings.ToLower(path.Ext(name)), false)
	return what == program || what == "a program in JavaScript"
}

// program is what a program is that is in no language with a cure of its own.
const program = "a program"

// Quoted returns the name of a file as a shell takes it, and FILE where it has none.
func Quoted(name string) string {
	switch {
	case name == "" || name == "-":
		return "FILE"
	case strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-") == "":
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}

// template matches the beginning of a template: front matter without a key, or a command of Liquid.
var template = lazyregexp.New(`^---[ \t]*\r?\n---[ \t]*\r?\n` +
	`|(?m)^\[?\{%-?[ ]*(?:for|assign|if|unless|capture|include|raw|comment)\b`)

// IsTemplate reports whether a text is a template of Liquid, as a site of Jekyll has, and not what is made of it. It
// looks at the first bytes.
func IsTemplate(text string) bool {
	begin := text[:min(len(text), maxBegin/2)]
	return strings.Contains(begin, "{%") && template().MatchString(begin)
}

// Template is what a template is, and what to open in its place.
const Template = "a template (Liquid) and not what a site makes of it"

// OfTemplate is the cure of a template.
const OfTemplate = "open the file that the site makes of it, such as that in _site, or the data that it reads"

// find is Name with FILE for the name of the file.
func find(name, begin string) (what, cure string) {
	begin = begin[:min(len(begin), maxBegin)]
	ext := strings.ToLower(path.Ext(name))
	for _, k := range binaries {
		if strings.HasPrefix(begin, k.begins) && strings.Contains(begin, k.holds) {
			if k.what == zip { // in which many programs pack what they write
				if what, cure := byExtension(ext, true); what != "" {
					return what, cure
				}
			}
			return k.what, k.cure
		}
	}
	if len(begin) > 262 && begin[257:262] == "ustar" {
		return "a tar archive", archive
	}
	if strings.IndexByte(begin, 0) >= 0 {
		return byExtension(ext, true)
	}
	text := strings.TrimLeft(strings.TrimPrefix(begin, "\ufeff"), " \t\r\n")
	for _, k := range texts {
		if regexp.MustCompile(k.pattern).MatchString(text) {
			if k.what == anyXML { // which a page without a head may look like
				if what, cure := byExtension(ext, false); what != "" {
					return what, cure
				}
			}
			return k.what, k.cure
		}
	}
	return byExtension(ext, false)
}

// byExtension returns what a file is by the ending of its name. A text is not taken for a kind of file that is binary.
func byExtension(ext string, binary bool) (what, cure string) {
	for _, k := range extensions {
		if k.binary == binary && strings.Contains(k.ends+" ", ext+" ") && ext != "" {
			return k.what, k.cure
		}
	}
	return "", ""
}

// zip is what a file is whose first bytes are those of a ZIP archive, and say no more.
const zip = "a ZIP archive"

// anyXML is what a file is of which no more is known.
const anyXML = "an XML file"

// Cures that several files have.
const (
	sheet   = "save it as CSV (File > Save As, or File > Download > CSV), and open that"
	archive = "unpack it, and open the folder"
	words   = "save it as Markdown: pandoc -t gfm FILE >FILE.md" + begins
	begins  = "; headings, items and rows that begin with a date are events"
	picture = "write down what it shows: a list of events, each with `date:` and `title:`"
	prose   = "make a list of its events, each with `date:` and `title:`"
	code    = "open the data that it reads or writes: YAML, JSON, CSV"
	page    = "save it as Markdown: pandoc -f html -t gfm FILE >FILE.md; or copy its tables into a " +
		"spreadsheet, and save that as CSV"
	table = "copy its tables into a spreadsheet, save that as CSV, and open that; or write down its events, each with " +
		"`date:` and `title:`"
)

// binaries are kinds of files by how they begin, and by what else their first bytes hold. The first that matches is
// taken.
var binaries = []struct{ begins, holds, what, cure string }{
	{"PK\x03\x04", "opendocument.spreadsheet", "an OpenDocument spreadsheet", sheet},
	{"PK\x03\x04", "opendocument.text", "an OpenDocument text", words},
	{"PK\x03\x04", "opendocument.presentation", "an OpenDocument presentation", prose},
	{"PK\x03\x04", "application/epub+zip", "an EPUB book", words},
	{"PK\x03\x04", "xl/", "an Excel workbook", sheet},
	{"PK\x03\x04", "word/", "a Word document", words},
	{"PK\x03\x04", "ppt/", "a PowerPoint presentation", prose},
	{"PK\x03\x04", "[Content_Types].xml", "an Office document", sheet},
	{"PK\x03\x04", "Index/Tables", "a Numbers spreadsheet", "export it as CSV (File > Export To > CSV), and open that"},
	{"PK", "", zip, archive},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", "an old Excel workbook", sheet},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", "an old Office document", "save it as CSV if it is a table, else as text"},
	{
		"SQLite format 3\x00", "", "an SQLite database",
		"write a table of it as CSV, of those that `sqlite3 FILE .tables` names: " +
			"sqlite3 -header -csv FILE 'SELECT * FROM TABLE' >FILE.csv",
	},
	{"\x00\x01\x00\x00Standard", "", "an Access database", "export a table of it as CSV, and open that"},
	{"%PDF-", "", "a PDF", table},
	{"{\\rtf", "", "a rich text", words},
	{"\x1f\x8b", "", "a file that gzip has packed", "unpack it: gunzip -c FILE | dateline -"},
	{"BZh", "", "a file that bzip2 has packed", "unpack it: bunzip2 -c FILE | dateline -"},
	{"\xfd7zXZ\x00", "", "a file that xz has packed", "unpack it: xz -dc FILE | dateline -"},
	{"\x28\xb5\x2f\xfd", "", "a file that zstd has packed", "unpack it: zstd -dc FILE | dateline -"},
	{"7z\xbc\xaf\x27\x1c", "", "a 7-Zip archive", archive},
	{"Rar!\x1a\x07", "", "a RAR archive", archive},
	{"\x89PNG\r\n", "", "a picture (PNG)", picture},
	{"\xff\xd8\xff", "", "a picture (JPEG)", picture},
	{"GIF8", "", "a picture (GIF)", picture},
	{"RIFF", "WEBP", "a picture (WebP)", picture},
	{"II*\x00", "", "a picture (TIFF)", picture},
	{"MM\x00*", "", "a picture (TIFF)", picture},
	{"RIFF", "WAVE", "a sound", picture},
	{"ID3", "", "a sound", picture},
	{"OggS", "", "a sound or film", picture},
	{"fLaC", "", "a sound", picture},
	{"\x00\x00\x00", "ftyp", "a film or picture", picture},
	{"PAR1", "", "a Parquet table", parquet},
	{"ARROW1", "", "an Arrow table", "write it as CSV with the program that made it"},
	{"bplist00", "", "a property list of Apple", plist},
	{"\x7fELF", "", "a program", code},
	{"MZ", "\x00", "a program", code},
	{"\xcf\xfa\xed\xfe", "", "a program", code},
	{"\xca\xfe\xba\xbe", "", "a program", code},
	{"\x00asm", "", "a program", code},
	{"-----BEGIN PGP", "", "an encrypted or signed text", "decrypt it: gpg -d FILE | dateline -"},
	{"age-encryption.org", "", "an encrypted text", "decrypt it: age -d FILE | dateline -"},
	{"version https://git-lfs", "", "a pointer of Git LFS, and not the file itself", "fetch the file: git lfs pull"},
}

// extensions are the endings of names of texts without a line that tells them, and of binaries without fixed first
// bytes.
var extensions = []struct {
	ends       string
	binary     bool
	what, cure string
}{
	{".journal .hledger .ledger .beancount", false, "a ledger", hledger},
	{".mw .markwhen", false, "a Markwhen timeline", markwhen},
	{".org", false, "an Org file", org},
	{".js .mjs .cjs .ts .jsx .tsx", false, "a program in JavaScript", javascript},
	{".py .go .rs .c .h .cpp .java .rb .php .pl .lua .swift .kt .cs .sh .r .jl", false, program, code},
	{".sql", false, "a program in SQL", sql},
	{".tex", false, "a LaTeX text", words},
	{".adoc .asciidoc", false, "a text in AsciiDoc", asciidoc},
	{".rst .textile .wiki .mediawiki", false, "a text with markup", words},
	{".log", false, "a log", logs},
	{".mbox", false, "a box of mail", mbox},
	{".eml", false, "mail", mail},
	{".bib", false, "a bibliography", bibtex},
	{".ris", false, "a bibliography", ris},
	{".html .htm .xhtml", false, "a page in HTML", page},
	{".gpx .kml", false, "a map or track", xml},
	{".xml .rss .atom", false, anyXML, xml},
	{".ini .cfg .conf .properties .env", false, "a file of settings", prose},
	{".xls .xlsx .xlsm .ods .numbers", true, "a spreadsheet", sheet},
	{".docx .odt", true, "a document of a word processor", words},
	{".doc .pages", true, "a document of a word processor", "save it as .docx there, and that as Markdown: pandoc -t gfm"},
	{".epub", true, "an EPUB book", words},
	{".ppt .pptx .odp .key", true, "a presentation", prose},
	{".sqlite .sqlite3", true, "a database", "export a table of it as CSV, and open that"},
	{".mdb .accdb .dbf .db", true, "a database", "export a table of it as CSV, and open that"},
	{".rds .rdata .sav .dta .pkl .npy .feather", true, "data of a program for statistics", "write it as CSV there"},
	{".ttf .otf .woff .woff2", true, "a font", ""},
}
