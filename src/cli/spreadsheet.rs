//! Tables for Excel and WPS: UTF-8 with a byte order mark, without which they read it as GBK, and no cell that they would
//! calculate.

/// The byte order mark and the names of the columns.
pub fn head<const N: usize>(columns: [&str; N]) -> String {
    format!("\u{FEFF}{}", rows([columns.map(str::to_owned)].into_iter()))
}

/// Lines that end in CR LF.
pub fn rows<const N: usize>(rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // A vector takes everything that is written.
        let _ = writer.write_record(row.map(inert));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A cell that a spreadsheet program takes for text: a name of a file or the words of a draft may begin like a formula.
/// A number below zero stays one.
fn inert(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell }
}
