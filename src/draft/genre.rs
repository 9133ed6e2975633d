//! Whose report a draft is, from clues in the paragraphs of its head.

use crate::syntax::Kind;

/// Whose report it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Genre {
    Cppcc,
    Government,
    Congress,
    Court,
    Procuratorate,
    Budget,
    Party,
}

impl Genre {
    /// The name that the lexicon and messages use.
    pub fn name(self) -> &'static str {
        match self {
            Genre::Cppcc => "政协",
            Genre::Government => "政府",
            Genre::Congress => "人大",
            Genre::Court => "法院",
            Genre::Procuratorate => "检察院",
            Genre::Budget => "预算",
            Genre::Party => "党代会",
        }
    }
}

/// What a paragraph says of the genre, and how much it weighs: a title more than a salutation.
pub fn clue(kind: Kind, text: &str) -> Option<(Genre, u8)> {
    let (genre, weight) = match kind {
        Kind::Title => (title_genre(text), 4),
        Kind::Subtitle => (subtitle_genre(text), 3),
        Kind::Opening => (opening_genre(text), 2),
        Kind::Salutation => (salutation_genre(text), 1),
        _ => (None, 0),
    };
    genre.map(|genre| (genre, weight))
}

fn title_genre(text: &str) -> Option<Genre> {
    const WORDS: [(&str, Genre); 8] = [
        ("政治协商会议", Genre::Cppcc),
        ("政协", Genre::Cppcc),
        ("预算", Genre::Budget),
        ("政府工作报告", Genre::Government),
        ("人民代表大会常务委员会", Genre::Congress),
        ("人大常委会", Genre::Congress),
        ("法院工作报告", Genre::Court),
        ("检察院工作报告", Genre::Procuratorate),
    ];
    first(&WORDS, text)
}

fn subtitle_genre(text: &str) -> Option<Genre> {
    const WORDS: [(&str, Genre); 3] =
        [("在政协", Genre::Cppcc), ("政治协商会议", Genre::Cppcc), ("中国共产党", Genre::Party)];
    first(&WORDS, text)
}

fn opening_genre(text: &str) -> Option<Genre> {
    const WORDS: [(&str, Genre); 8] = [
        ("预算", Genre::Budget),
        ("政协第", Genre::Cppcc),
        ("政治协商会议", Genre::Cppcc),
        ("人大常委会", Genre::Congress),
        ("人民代表大会常务委员会", Genre::Congress),
        ("法院", Genre::Court),
        ("检察院", Genre::Procuratorate),
        ("政府", Genre::Government),
    ];
    // Whom the speaker represents stands before the words that ask for comments.
    first(&WORDS, text.split("审议").next().unwrap_or(text))
}

fn salutation_genre(text: &str) -> Option<Genre> {
    text.contains("各位委员").then_some(Genre::Cppcc)
}

fn first(words: &[(&str, Genre)], text: &str) -> Option<Genre> {
    words.iter().find(|(word, _)| text.contains(word)).map(|(_, genre)| *genre)
}
