//! Arguments and their help.

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand, ValueEnum};

use crate::config::Severity;
use crate::rules;

/// Headings of the help in Chinese; `about` comes from each command.
const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}";

#[derive(Debug, Parser)]
#[command(
    name = "hegao",
    version,
    about = "核稿：校对中文工作报告",
    help_template = TEMPLATE,
    override_usage = "hegao <命令> [选项]",
    subcommand_help_heading = "命令",
    next_help_heading = "选项",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,

    /// 颜色：auto（默认，终端上才用）、always、never
    #[arg(long, global = true, value_name = "何时", default_value = "auto", hide_default_value = true)]
    #[arg(hide_possible_values = true, display_order = 100)]
    pub color: Color,

    /// 显示帮助
    #[arg(short, long, global = true, action = ArgAction::Help, display_order = 101)]
    help: Option<bool>,

    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, display_order = 102)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Lint(LintArgs),
    Outline(OutlineArgs),
    Figures(FiguresArgs),
    Rule(RuleArgs),
    Init(InitArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
    #[cfg(feature = "server")]
    Server(ServerArgs),
}

/// 检查稿件
#[derive(Debug, clap::Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "hegao lint [选项] [路径]…\n      hegao lint [选项] -",
    next_help_heading = "选项",
    after_help = "退出码：0 没有达到 --fail-on 的问题；1 有；2 文件、选项或配置有误（其余稿件照查）"
)]
pub struct LintArgs {
    /// 稿件或文件夹（默认当前文件夹，查其中的 .txt、.md、.docx）；“-”读标准输入
    #[arg(value_name = "路径", help_heading = "参数")]
    pub paths: Vec<PathBuf>,

    /// 格式：text（默认）、concise、html（校对清单）、csv（表格）、json、jsonl、sarif、github、gitlab、junit、checkstyle、rdjson
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub format: Format,

    /// 结果写入这个文件，全部写成才替换旧文件（默认写到标准输出）
    #[arg(short, long, value_name = "文件", conflicts_with = "diff")]
    pub output: Option<PathBuf>,

    /// 不逐条列出，只按规则统计处数
    #[arg(long, conflicts_with_all = ["format", "diff"])]
    pub statistics: bool,

    /// 只查这些规则或规则族（逗号隔开，可重复）
    #[arg(long, value_name = "规则", value_delimiter = ',', value_parser = selector)]
    pub select: Vec<String>,

    /// 不查这些规则或规则族（逗号隔开，可重复）
    #[arg(long, value_name = "规则", value_delimiter = ',', value_parser = selector)]
    pub ignore: Vec<String>,

    /// 自动改正并写回原文件（只改有唯一改法的）
    #[arg(long)]
    pub fix: bool,

    /// 只显示 --fix 会怎样改，不写文件
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    pub diff: bool,

    /// 须人工判断的改法也算在 --fix、--diff 之内
    #[arg(long)]
    pub unsafe_fixes: bool,

    /// 有何种问题时退出码为 1：error、warning（默认）、info、hint、never
    #[arg(
        long,
        value_name = "级别",
        default_value = "warning",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub fail_on: FailOn,

    /// 这个基线文件里记下的问题不报，只报新的
    #[arg(long, value_name = "文件", conflicts_with_all = ["fix", "diff"])]
    pub baseline: Option<PathBuf>,

    /// 把现有的问题全部记入 --baseline 所说的文件
    #[arg(long, requires = "baseline", conflicts_with_all = ["diff_base", "changed_lines"])]
    pub write_baseline: bool,

    /// 只报 git 的这个版本里还没有的问题（没有改动的稿件不查）
    #[arg(long, value_name = "版本", conflicts_with_all = ["fix", "diff"])]
    pub diff_base: Option<String>,

    /// 只报改动过的行里的问题（与 HEAD 或 --diff-base 的版本比）
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub changed_lines: bool,

    /// 一直开着，稿件或配置有改动就再查一遍
    #[arg(long, conflicts_with_all = ["fix", "diff", "output", "write_baseline", "stdin_format"])]
    pub watch: bool,

    /// 不用上次的结果（没有改动的稿件默认直接用上次查出的）
    #[arg(long)]
    pub no_cache: bool,

    /// 用这个配置文件（默认从稿件所在文件夹向上找 hegao.toml）
    #[arg(long, value_name = "文件")]
    pub config: Option<PathBuf>,

    /// 不用任何配置文件
    #[arg(long, conflicts_with = "config")]
    pub no_config: bool,

    /// 标准输入算作哪个文件（用于显示和找配置）
    #[arg(long, value_name = "文件名")]
    pub stdin_filename: Option<PathBuf>,

    /// 标准输入的格式：text（默认，一份稿）、jsonl（一行一份 {"id": …, "text": "…"}，一行一个结果，次序不变）
    #[arg(long, value_name = "格式", hide_possible_values = true)]
    #[arg(conflicts_with_all = ["fix", "diff", "format", "statistics", "baseline", "diff_base", "changed_lines"])]
    pub stdin_format: Option<StdinFormat>,
}

/// 显示稿件的结构
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, override_usage = "hegao outline [选项] <文件|->", next_help_heading = "选项")]
pub struct OutlineArgs {
    /// 稿件；“-”读标准输入
    #[arg(value_name = "文件", help_heading = "参数")]
    pub file: PathBuf,
}

/// 列出稿件里的全部数字，供核对
#[derive(Debug, clap::Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "hegao figures [选项] [路径]…\n      hegao figures [选项] -",
    next_help_heading = "选项",
    after_help = "用 --format csv > 核对表.csv 得到表格软件可直接打开的核对表"
)]
pub struct FiguresArgs {
    /// 稿件或文件夹（默认当前文件夹，列其中的 .txt、.md、.docx）；“-”读标准输入
    #[arg(value_name = "路径", help_heading = "参数")]
    pub paths: Vec<PathBuf>,

    /// 输出格式：table（默认）、csv、json
    #[arg(long, value_name = "格式", default_value = "table", hide_default_value = true, hide_possible_values = true)]
    pub format: FiguresFormat,
}

/// 列出规则，或显示一条规则的说明
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, override_usage = "hegao rule [选项] [规则]", next_help_heading = "选项")]
pub struct RuleArgs {
    /// 规则（如 numbering/gap）或规则族（如 numbering）
    #[arg(value_name = "规则", help_heading = "参数")]
    pub name: Option<String>,
}

/// 看过稿件后写一份带注释的 hegao.toml
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, override_usage = "hegao init [选项] [文件夹]", next_help_heading = "选项")]
pub struct InitArgs {
    /// 写在哪个文件夹（默认当前文件夹）；已有配置文件时不动它
    #[arg(value_name = "文件夹", help_heading = "参数")]
    pub folder: Option<PathBuf>,
}

/// 输出 hegao.toml 的 JSON Schema，供编辑器补全和检查
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, override_usage = "hegao schema", next_help_heading = "选项")]
pub struct SchemaArgs {}

/// 输出命令补全脚本，供命令行外壳载入
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, override_usage = "hegao completions <外壳>", next_help_heading = "选项")]
pub struct CompletionsArgs {
    /// bash、elvish、fish、powershell、zsh
    #[arg(value_name = "外壳", help_heading = "参数", hide_possible_values = true)]
    pub shell: clap_complete::Shell,
}

/// 输出手册页（roff 格式）
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, override_usage = "hegao man [命令]", next_help_heading = "选项")]
pub struct ManArgs {
    /// 命令，如 lint；不写则是 hegao 自己的手册页
    #[arg(value_name = "命令", help_heading = "参数")]
    pub command: Option<String>,
}

/// 语言服务器，供编辑器启动
#[cfg(feature = "server")]
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, override_usage = "hegao server", next_help_heading = "选项")]
pub struct ServerArgs {
    /// Some editors name the transport; there is no other.
    #[arg(long, hide = true)]
    stdio: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Concise,
    Json,
    Jsonl,
    Sarif,
    Github,
    Gitlab,
    Junit,
    Checkstyle,
    Rdjson,
    Html,
    Csv,
}

/// What standard input holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StdinFormat {
    /// One draft.
    Text,
    /// A draft on each line.
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FiguresFormat {
    Table,
    Csv,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    Error,
    Warning,
    Info,
    Hint,
    Never,
}

impl Color {
    /// The same choice for a stream, which knows of terminals and of `NO_COLOR`.
    pub fn choice(self) -> anstream::ColorChoice {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}

impl FailOn {
    /// The least severity that fails; `None` when nothing does.
    pub fn threshold(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Hint => Some(Severity::Hint),
            FailOn::Never => None,
        }
    }
}

/// A rule or family, or the one that was meant.
fn selector(word: &str) -> Result<String, String> {
    rules::known(|known| if known.contains(word) { Ok(word.to_owned()) } else { Err(unknown_rule(word)) })
}

/// What to say of a name that no rule and no family has.
pub fn unknown_rule(word: &str) -> String {
    match rules::known(|known| known.nearest(word)) {
        Some(near) => format!("没有名为“{word}”的规则或规则族；是不是想写“{near}”"),
        None => format!("没有名为“{word}”的规则或规则族；hegao rule 可列出全部规则"),
    }
}
