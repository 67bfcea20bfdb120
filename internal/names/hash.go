package names

// Hash is a running 64-bit hash (FNV-1a) of the canonical tokens of a name. The
// zero Hash is that of no token. Add a name's tokens in order and take Sum: it
// depends on the tokens alone, so a text is hashed as it is read.
type Hash uint64

const (
	hashStart Hash = 14695981039346656037
	hashPrime Hash = 1099511628211
	hashBack  Hash = 0xce965057aff6957b // hashBack * hashPrime = 1
)

// Add returns the hash with one more folded token.
func (h Hash) Add(token []byte) Hash {
	if h == 0 {
		h = hashStart
	} else {
		h = (h ^ ' ') * hashPrime
	}
	return h.more(token)
}

// more returns the hash with further bytes of its last token.
func (h Hash) more(bytes []byte) Hash {
	for _, c := range bytes {
		h = (h ^ Hash(c)) * hashPrime
	}
	return h
}

// Without returns the hash as it was before its last byte, which is c: to multiply
// by an odd number can be undone.
func (h Hash) Without(c byte) Hash { return h*hashBack ^ Hash(c) }

// Article is the token that stands for every spelling of the article.
var article = []byte("al")

// AddArticle returns the hash with the article added, however it was spelt.
func (h Hash) AddArticle() Hash { return h.Add(article) }

// Sum spreads the hash over all its bits.
func (h Hash) Sum() uint64 {
	x := uint64(h)
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// HashOf is the sum over a folded name whose tokens are parted by single spaces.
func HashOf(folded string) uint64 {
	h := hashStart
	for i := range len(folded) {
		h = (h ^ Hash(folded[i])) * hashPrime
	}
	return h.Sum()
}
