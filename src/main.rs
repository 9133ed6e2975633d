use hegao::rules::Linter;
use hegao::text::*;
fn main() {
    if std::env::var("DUMP").is_ok() { for p in std::env::args().skip(1) { dump(&p) } return; }
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let text = decode(&bytes).unwrap().text;
        let linter = Linter::new(&text, Default::default());
        let name = path.rsplit('/').next().unwrap();
        for f in linter.findings() {
            let p = linter.draft().text().position_of(f.place.start, PositionEncoding::Utf32);
            let line = linter.draft().text().slice(linter.draft().text().line_range(p.line)).into_owned();
            let cut: String = line.chars().skip(p.column.saturating_sub(12)).take(40).collect();
            println!("{name}:{}:{} {} {} {} | {cut}", p.line + 1, p.column + 1, f.severity.name(), f.rule.name, f.message);
        }
        for f in linter.faults() { println!("FAULT {f:?}"); }
    }
}
#[allow(dead_code)]
fn dump(path: &str) {
    let text = decode(&std::fs::read(path).unwrap()).unwrap().text;
    let linter = Linter::new(&text, Default::default());
    let s = linter.draft().structure();
    for a in &s.announced { println!("ANN {path} {} {:?}", a.count, s.runs[a.run].numbers); }
    for r in &s.runs { println!("RUN {:?} {:?} parent={:?} cont={}", r.style, r.numbers, r.parent.map(|p| p.paragraph), r.continues); }
}
