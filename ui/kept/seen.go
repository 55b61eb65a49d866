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
	"regexp"
	"slices"
	"time"

	"dateline/timeline/review"
	"dateline/timeline/sanitize"
)

// What was seen of a record is a file of its own beside the state: a head, 8 bytes for each event, and a checksum.

// A SeenFile keeps what was seen of one record.
type SeenFile struct {
	Path string
	Read string // how the record's files are read, as flags say it: read otherwise, all events say something else
}

// Seen is what was seen of a record at a visit.
type Seen struct {
	When   time.Time
	Prints []review.Print // in ascending order
}

// seenFolder is the folder of these files, beside the state.
const seenFolder = "seen"

// SeenAt returns the file that keeps what was seen of a record, beside the state file. It is named by a hash of what
// the record is known by, since that may be long, and may hold any byte.
func SeenAt(state, record string) SeenFile {
	sum := sha256.Sum256([]byte(record))
	return SeenFile{Path: filepath.Join(filepath.Dir(state), seenFolder, hex.EncodeToString(sum[:16])+".seen")}
}

// The names of these files, and of those that were being written.
var (
	anySeen   = regexp.MustCompile(`^[0-9a-f]{32}\.seen$`)
	unwritten = regexp.MustCompile(`^dateline-seen-[0-9]+\.tmp$`)
)

// The file begins with seenMagic, then a hash of how the record was read, the second of the visit and the number of
// events. Numbers are of 8 bytes, the least first. At the end is the start of a SHA-256 of all before.
const (
	seenMagic = "dateline seen 1\n"
	seenHead  = len(seenMagic) + 3*8
	seenTail  = 8
)

// Get returns what was seen at the last visit; ok is false where there was none, or one in which the record was read
// otherwise.
func (f SeenFile) Get() (seen Seen, ok bool, err error) {
	text, err := readWhole(f.Path, seenHead+8*review.MostRemembered+seenTail)
	if errors.Is(err, fs.ErrNotExist) {
		return Seen{}, false, nil
	}
	if err != nil {
		return Seen{}, false, fmt.Errorf("cannot read %s: %w; remove it", sanitize.Line(f.Path), reason(err))
	}
	n := (len(text) - seenHead - seenTail) / 8
	body := text[:max(0, len(text)-seenTail)]
	if len(text) < seenHead+seenTail || !bytes.HasPrefix(text, []byte(seenMagic)) || len(text) != seenHead+8*n+seenTail ||
		number(text[seenHead-8:]) != uint64(n) || !bytes.Equal(checksum(body), text[len(body):]) {
		return Seen{}, false, fmt.Errorf("%s is damaged and left as it is; remove it", sanitize.Line(f.Path))
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
	err := os.MkdirAll(filepath.Dir(f.Path), 0o700)
	if info, wrong := os.Lstat(f.Path); err == nil && wrong == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s is in the way and no regular file; remove it", filepath.Base(f.Path))
	}
	if err == nil {
		var now time.Time
		if now, err = replace(f.Path, "dateline-seen-*.tmp", text); err == nil {
			sweep(filepath.Dir(f.Path), unwritten, now)
		}
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", sanitize.Line(f.Path), reason(err))
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
