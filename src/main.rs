//! The command `hegao`.

fn main() -> std::process::ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("server") => hegao::server::run(),
        _ => std::process::ExitCode::from(2),
    }
}
