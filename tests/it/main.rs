mod client;
mod server;
mod server_config;
mod server_diagnostics;
mod server_traps;
