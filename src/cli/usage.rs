//! What is said of wrong arguments, in Chinese.

use std::error::Error as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::exit;
use super::problem::say;

/// Prints help, version or what is wrong, and gives the exit code.
pub fn explain(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader who closed the pipe has seen enough.
            let _ = error.print();
            exit::CLEAN
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(exit::WRONG)
        }
        _ => {
            say(&format!("错误：{}", message(error)));
            ExitCode::from(exit::WRONG)
        }
    }
}

fn message(error: &clap::Error) -> String {
    // “--config <文件>” is named without its value.
    let argument = get(error, ContextKind::InvalidArg).map(|name| bare(&name));
    let value = get(error, ContextKind::InvalidValue);
    let help = "；用法见 hegao --help";
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let meant = get(error, ContextKind::SuggestedArg).map(|near| format!("；是不是想写“{near}”"));
            format!("没有选项或参数“{}”{}", argument.unwrap_or_default(), meant.unwrap_or_else(|| help.into()))
        }
        ErrorKind::InvalidSubcommand => {
            let wrong = get(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let meant = get(error, ContextKind::SuggestedSubcommand).map(|near| format!("；是不是想写“{near}”"));
            format!("没有命令“{wrong}”{}", meant.unwrap_or_else(|| help.into()))
        }
        ErrorKind::InvalidValue => {
            let argument = argument.unwrap_or_default();
            match value.filter(|value| !value.is_empty()) {
                Some(value) => {
                    let valid = get(error, ContextKind::ValidValue).unwrap_or_default();
                    format!("“{argument}”不能是“{value}”；可用 {valid}")
                }
                None => format!("“{argument}”后面缺少内容{help}"),
            }
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            format!("“{}”：{why}", argument.unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => {
            let other = get(error, ContextKind::PriorArg).map(|name| bare(&name)).unwrap_or_default();
            let argument = argument.unwrap_or_default();
            if argument == other {
                format!("“{argument}”写了不止一次；只留一个")
            } else {
                format!("“{argument}”不能与“{other}”同用；去掉其中一个")
            }
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {}{help}", argument.unwrap_or_default()),
        ErrorKind::TooManyValues => {
            format!("“{}”多了一个值“{}”{help}", argument.unwrap_or_default(), value.unwrap_or_default())
        }
        ErrorKind::InvalidUtf8 => "参数里有不是 UTF-8 的文字".into(),
        _ => format!("参数不对{help}"),
    }
}

fn bare(argument: &str) -> String {
    argument.split(" <").next().unwrap_or(argument).to_owned()
}

fn get(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        // The likeliest stands last.
        ContextValue::Strings(all) if kind == ContextKind::SuggestedSubcommand => all.last().cloned(),
        ContextValue::Strings(all) => Some(all.join("、")),
        _ => None,
    }
}
