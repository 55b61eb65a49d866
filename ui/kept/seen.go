package kept

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dateline/timeline/lazyregexp"
	"dateline/timeline/review"
	"dateline/timeline/sanitize"
)

// What was seen of a record is a file of its own beside the state: a head, 8 bytes for each event, and a checksum.

// A SeenFile keeps what was seen of one record.
type SeenFile struct {
	Path string // where the record is read without flags that say how
	Read string // these flags: read otherwise, all events say something else, which is kept in another file
}

// Seen is what was seen of a record at a visit.
type Seen struct {
	When   time.Time
	Prints []review.Print // in ascending order
}

// seenFolder is the folder of these files, beside the state, and seenExt what their names end with.
const (
	seenFolder = "seen"
	seenExt    = ".seen"
)

// SeenAt returns the file that keeps what was seen of a record, beside the state file. It is named by a hash of what
// the record is known by, since that may be long, and may hold any byte.
func SeenAt(state, record string) SeenFile {
	sum := sha256.Sum256([]byte(record))
	return SeenFile{Path: filepath.Join(filepath.Dir(state), seenFolder, hex.EncodeToString(sum[:16])+seenExt)}
}

// at returns the file that is read and written, which is one for each way of reading the record.
func (f SeenFile) at() string {
	if f.Read == "" {
		return f.Path
	}
	sum := sha256.Sum256([]byte(f.Read))
	return f.stem() + "-" + hex.EncodeToString(sum[:8]) + seenExt
}

// stem returns what the paths of all files of the record begin with.
func (f SeenFile) stem() string { return strings.TrimSuffix(f.Path, seenExt) }

// all returns the paths of the files of the record, in whatever way it was read.
func (f SeenFile) all() (paths []string) {
	folder, own := filepath.Dir(f.Path), filepath.Base(f.stem())
	entries, _ := os.ReadDir(folder) // where it cannot be listed, nothing is known to be in it
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), own) && anySeen().MatchString(e.Name()) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// HasOthers reports whether it is kept what was seen of the record when it was read otherwise.
func (f SeenFile) HasOthers() bool {
	return slices.ContainsFunc(f.all(), func(path string) bool { return path != f.at() })
}

// inTheWay returns an error if what should be the folder of the file is none.
func (f SeenFile) inTheWay() error {
	folder := filepath.Dir(f.Path)
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is in the way and no folder; remove it", sanitize.Line(folder))
	}
	return nil
}

// The names of these files, and of those that were being written.
var (
	anySeen   = lazyregexp.New(`^[0-9a-f]{32}(-[0-9a-f]{16})?\.seen$`)
	unwritten = lazyregexp.New(`^dateline-seen-[0-9]+\.tmp$`)
)

// The file begins with seenMagic, then a hash of how the record was read, the second of the visit and the number of
// events. Numbers are of 8 bytes, the least first. At the end is the start of a SHA-256 of all before.
const (
	seenMagic = "dateline seen 1\n"
	seenHead  = len(seenMagic) + 3*8
	seenTail  = 8
)

// otherSeen is what such a file of another version begins with.
var otherSeen = lazyregexp.New(`^dateline seen [0-9]{1,9}\n`)

// Get returns what was seen at the last visit; ok is false where there was none in which the record was read so.
func (f SeenFile) Get() (seen Seen, ok bool, err error) {
	path := f.at()
	if err := f.inTheWay(); err != nil {
		return Seen{}, false, err
	}
	text, err := readWhole(path, seenHead+8*review.MostRemembered+seenTail)
	if errors.Is(err, fs.ErrNotExist) {
		return Seen{}, false, nil
	}
	if err != nil {
		return Seen{}, false, fmt.Errorf("cannot read %s: %w; remove it", sanitize.Line(path), reason(err))
	}
	if otherSeen().Match(text) && !bytes.HasPrefix(text, []byte(seenMagic)) {
		const what = "is of another version and left as it is; a newer dateline reads it, or remove it"
		return Seen{}, false, fmt.Errorf("%s %s", sanitize.Line(path), what)
	}
	n := (len(text) - seenHead - seenTail) / 8
	body := text[:max(0, len(text)-seenTail)]
	if len(text) < seenHead+seenTail || !bytes.HasPrefix(text, []byte(seenMagic)) || len(text) != seenHead+8*n+seenTail ||
		number(text[seenHead-8:]) != uint64(n) || !bytes.Equal(checksum(body), text[len(body):]) {
		return Seen{}, false, fmt.Errorf("%s is damaged and left as it is; remove it", sanitize.Line(path))
	}
	if number(text[len(seenMagic):]) != f.reading() {
		return Seen{}, false, nil
	}
	seen = Seen{When: time.Unix(int64(number(text[len(seenMagic)+8:])), 0), Prints: make([]review.Print, n)}
	for i := range seen.Prints {
		seen.Prints[i] = review.Print(number(text[seenHead+8*i:]))
	}
	slices.Sort(seen.Prints) // as they were written, but the file may be anybody's
	return seen, true, nil
}

// Set replaces what is kept, whole.
func (f SeenFile) Set(seen Seen) error {
	text := append(make([]byte, 0, seenHead+8*len(seen.Prints)+seenTail), seenMagic...)
	for _, n := range []uint64{f.reading(), uint64(seen.When.Unix()), uint64(len(seen.Prints))} {
		text = binary.LittleEndian.AppendUint64(text, n)
	}
	for _, p := range seen.Prints {
		text = binary.LittleEndian.AppendUint64(text, uint64(p))
	}
	text = append(text, checksum(text)...)
	path := f.at()
	if err := f.inTheWay(); err != nil {
		return err
	}
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if info, wrong := os.Lstat(path); err == nil && wrong == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s is in the way and no regular file; remove it", filepath.Base(path))
	}
	if err == nil {
		var now time.Time
		if now, err = replace(path, "dateline-seen-*.tmp", text); err == nil {
			sweep(filepath.Dir(path), unwritten(), now)
		}
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", sanitize.Line(path), reason(err))
	}
	return nil
}

// reading returns a hash of how the record is read, and of how prints are made.
func (f SeenFile) reading() uint64 {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", review.PrintsVersion, f.Read))
	return number(sum[:])
}

func number(text []byte) uint64 { return binary.LittleEndian.Uint64(text) }

func checksum(text []byte) []byte {
	sum := sha256.Sum256(text)
	return sum[:seenTail]
}

// readWhole returns the text of a regular file of at most so many bytes, which is no link.
func readWhole(path string, most int) ([]byte, error) {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	case info.Size() > int64(most):
		return nil, fmt.Errorf("it has more than %d bytes", most)
	}
	return os.ReadFile(path)
}
