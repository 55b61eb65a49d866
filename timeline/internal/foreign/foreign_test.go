package foreign_test

import (
	"strings"
	"testing"

	"dateline/timeline/internal/foreign"
)

func TestFilesAreNamed(t *testing.T) {
	for _, c := range []struct{ name, begin, what, cure string }{
		{"a.xlsx", "PK\x03\x04\x14\x00[Content_Types].xml…xl/workbook.xml", "an Excel workbook", "CSV"},
		{"", "PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet", "CSV"},
		{"a.docx", "PK\x03\x04word/document.xml", "a Word document", "pandoc"},
		{"a", "SQLite format 3\x00\x10", "an SQLite database", "sqlite3 -header -csv a "},
		{"a", "%PDF-1.7\n%\xe2\xe3", "a PDF", "CSV"},
		{"a.csv.gz", "\x1f\x8b\x08\x00", "a file that gzip has packed", "gunzip -c a.csv.gz | dateline -"},
		{"a", "\x89PNG\r\n\x1a\n", "a picture (PNG)", "date:"},
		{"x.mdb", "\x01\x00\x02", "a database", "CSV"},
		{"a", strings.Repeat("\x00", 257) + "ustar\x0000", "a tar archive", "unpack"},
		{"a", "\n<!DOCTYPE html>\n<html>", "a page in HTML", "CSV"},
		{"a", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", "a feed (RSS or Atom)", "yq"},
		{"a", "<?xml version=\"1.0\"?>\n<!-- x -->\n<timeline>", "an XML file", "JSON"},
		{"a", "0 HEAD\n1 SOUR Gramps\n", "a family tree (GEDCOM)", "Gramps"},
		{"a", "2025-01-01 * Shop\n    expenses:food    $10\n    assets:cash\n", "a hledger journal", "hledger print -O csv"},
		{"a", "; mine\n\n2025/01/01 Shop | x\n\texpenses:food  10 EUR\n", "a hledger journal", "hledger"},
		{"a", "account assets:cash\n\n2025-01-01 opening\n    a  1\n", "a hledger journal", "hledger"},
		{"a.journal", "comment\n", "a ledger", "hledger"},
		{"a", "2025-01-01 open Assets:Cash USD\n", "a Beancount ledger", "bean-query"},
		{"plain.mw", "title: A timeline\n\n2025-01-01: One talk #politics\n44 BC: An old one\n", "a Markwhen timeline", "- date:"},
		{"a", "section Early\n1990 - 1995: Youth\n", "a Markwhen timeline", "- date:"},
		{"a", "#+TITLE: x\n", "an Org file", "perl -ne"},
		{"a", "* TODO Call\n  SCHEDULED: <2025-01-01 Wed>\n", "an Org file", "a | dateline -"},
		{"a.org", "- [2025-01-01] One\n", "an Org file", "perl -ne"},
		{"a.rst", "- 2025-01-01: One\n", "a text with markup", "pandoc -t gfm a.rst >a.rst.md"},
		{"a.adoc", "= T\n", "a text in AsciiDoc", "asciidoctor"},
		{"a.html", "<ul><li>2025: one</li></ul>\n", "a page in HTML", "pandoc -f html"},
		{"a.docx", "PK\x03\x04\x14\x00customXml/item1.xml", "a document of a word processor", "pandoc"},
		{"a.xlsx", "PK\x03\x04\x14\x00docProps/app.xml", "a spreadsheet", "CSV"},
		{"a.epub", "PK\x03\x04\x14\x00META-INF/container.xml", "an EPUB book", "pandoc"},
		{"a.zip", "PK\x03\x04\x14\x00a.txt", "a ZIP archive", "unpack"},
		{"a.parquet", "PAR1\x15", "a Parquet table", "a.parquet a.parquet.csv"},
		{"a.gpx", "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\">", "a map or track", "yq -p xml"},
		{"a.ris", "TY  - JOUR\n", "a bibliography", "pandoc -f ris"},
		{"a.mbox", "From a@b Thu Jan  2 10:00:00 2025\nFrom: a@b\n\nhi\n", "a box of mail", "python3"},
		{"a", "const events = [\n {date: 1}];", "a program in JavaScript", "perl -0pe"},
		{"data.js", "[]", "a program in JavaScript", "perl -0pe"},
		{"a", "#!/usr/bin/env python3\n", "a program", "CSV"},
		{"a", "-- dump\nCREATE TABLE x (", "a program in SQL", "CSV"},
		{"a", "commit 2f1ec1a0\nAuthor: A <a@b>\nDate: x\n", "the output of git log", "git log --format"},
		{"a", "2025-01-01T10:00:00Z INFO begun\n", "a log", "date,title"},
		{"a", "Jan  1 10:00:00 host sshd[1]: x\n", "a log", "date,title"},
		{"a", "127.0.0.1 - - [01/Jan/2025:10:00:00 +0000] \"GET / HTTP/1.1\"", "a log", "date,title"},
		{"a", "timeline\n    title History\n    2002 : LinkedIn\n", "a diagram (Mermaid or PlantUML)", "- date:"},
		{"a", "@article{knuth,\n", "a bibliography", "pandoc"},
		{"a", "\\documentclass{article}\n", "a LaTeX text", "pandoc"},
		{"", "From: a@b\nDate: Mon, 06 Sep 2021 00:01:00 +0000\nSubject: x\n\nhi\n", "mail", "date:"},
		{"a", "Subject: x\r\nFrom: a@b\r\nTo: c@d,\r\n e@f\r\nX-Mailer: y\r\n\r\nhi\r\n", "mail", "date:"},
		{"a", "Date: Mon, 6 Sep 2021\nfrom: A <a@b>\nContent-Type: text/plain;\n\tcharset=utf-8\n\n", "mail", "date:"},
		{"x.eml", "hi\n", "mail", "date:"},
		{"a.py", "events=[(\"2020-01-01\",\"x\")]\n", "a program", "CSV"},
		{"a", "version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "a pointer of Git LFS, and not the file itself", "lfs pull"},
	} {
		what, cure := foreign.Name(c.name, c.begin)
		if what != c.what || !strings.Contains(cure, c.cure) {
			t.Errorf("%q %.40q is %q (%s), want %q with %q", c.name, c.begin, what, cure, c.what, c.cure)
		}
	}
}

// A cure can be given to a shell, whatever the file is called.
func TestNamesInCures(t *testing.T) {
	for name, want := range map[string]string{
		"a/b-1.gz": "gunzip -c a/b-1.gz |", "my $(x) file.gz": "gunzip -c 'my $(x) file.gz' |", "it's": `gunzip -c 'it'\''s' |`,
		"-": "gunzip -c FILE |", "": "gunzip -c FILE |",
	} {
		if _, cure := foreign.Name(name, "\x1f\x8b"); !strings.Contains(cure, want) {
			t.Errorf("of %q: %s, want %s", name, cure, want)
		}
	}
}

// What a cure writes has one ending and is another file.
func TestWhatACureWritesIsAnotherFile(t *testing.T) {
	for name, want := range map[string]string{
		"a.xml": ">a.xml.json", "my a.xml": ">'my a.xml'.json", "a.json": ">a-2.json", "my a.json": ">'my a-2.json'",
	} {
		if _, cure := foreign.Name(name, "<?xml version=\"1.0\"?>\n<a>"); !strings.HasSuffix(cure, want) {
			t.Errorf("%s: %s, want %s", name, cure, want)
		}
	}
}

// What came through a pipe has no name that a command could open.
func TestCuresOfPipes(t *testing.T) {
	for _, c := range []struct{ name, begin, want string }{
		{"stdin", "2025-01-01 * Shop\n  a:b  $1\n  c:d\n", "print it as CSV: … | hledger print -O csv -f - | dateline -"},
		{"x.journal", "comment\n", "print it as CSV: … | hledger print -O csv -f - | dateline -"},
		{"stdin", "\x1f\x8b\x08", "unpack it: … | gunzip -c - | dateline -"},
		{"stdin", "-----BEGIN PGP MESSAGE-----\n", "decrypt it: … | gpg -d - | dateline -"},
		{"stdin", "<a>\n", "-o json --xml-attribute-prefix '' - | dateline -"},
		{"stdin", "@book{x,\n", `-t csljson - | jq 'map(.year = .issued."date-parts"[0][0])' | dateline -`},
		{"stdin", "* TODO a\n  SCHEDULED: <2025-01-01>\n", " - | dateline -"},
		{"/dev/fd/63", "SQLite format 3\x00", "put it into a FILE, and write a table of it as CSV, of those that `sqlite3 FILE .tables`"},
		{"stdin", "<!doctype html>\n", "put it into a FILE, and save it as Markdown: pandoc -f html -t gfm FILE >FILE.md"},
		{"stdin", "PK\x03\x04", "unpack it"},
	} {
		what, cure := foreign.Stream(c.name, c.begin)
		if what == "" || !strings.Contains(cure, c.want) || strings.Contains(cure, c.name) {
			t.Errorf("%q is %s: %s, want %s", c.begin, what, cure, c.want)
		}
	}
}

// What dateline may open, or what may be anything, has no name.
func TestTheRestIsNotNamed(t *testing.T) {
	for _, c := range []struct{ name, begin string }{
		{"a.yaml", "events:\n- date: 2025-01-01\n  title: x\n"},
		{"a.yaml", "- date: 2025-01-01\n  title: x\n"},
		{"a.yaml", "title: x\nimportance: 5\n"},
		{"a.json", "{\"events\": [{\"date\": \"2025\"}]}"},
		{"a.json", "[{\"date\": \"2025\"}]"},
		{"a.csv", "date,title\n2025-01-01,x\n"},
		{"a.md", "# Heading\n\nText about 2025.\n"},
		{"a.md", "* one\n* two\n"},
		{"a.txt", "Dear Ann,\nI came in 2025.\n"},
		{"a.toml", "title = \"x\"\n"},
		{"", ""},
		{"", "x"},
		{"a.yaml", "From: Ann\nDate: 2020-01-01\nTitle: x\n\nSubject: y\n"},
		{"a.yaml", "from: 2020-01-01\nto: 2021\ndate: x\ntitle: y\n"},
		{"a.yaml", "Date: 2020-01-01\nSubject: x\nFrom: b\n"},
	} {
		if what, _ := foreign.Name(c.name, c.begin); what != "" {
			t.Errorf("%q %q is taken for %s", c.name, c.begin, what)
		}
	}
}

func FuzzName(f *testing.F) {
	f.Add("a.xlsx", "PK\x03\x04xl/")
	f.Add("a.journal", "2025-01-01 * Shop\n  a:b  1\n")
	f.Add("", strings.Repeat("2025-01-01\n", 1000))
	f.Fuzz(func(t *testing.T, name, begin string) {
		if what, cure := foreign.Name(name, begin); what == "" && cure != "" {
			t.Errorf("nothing is named, but a cure is given: %s", cure)
		}
	})
}
