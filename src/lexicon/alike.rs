//! Characters that are taken for one another: by an input method, because they sound alike, or by the reader of a scan,
//! because they look alike.

use std::collections::HashSet;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// Characters of similar shape, each group between spaces. From the confusions that scanners and hasty eyes make.
const SHAPES: &str = "人入八 千干于千十 己已巳 末未本木 土士工 大太犬天 日曰目且 田由甲申电 刀力刃 九丸久 儿几凡 了子 \
    贝见 风凤 代伐 问间闻 今令 午牛生 压庄 处外 办为力 厂广 兵乒乓 冶治 冷泠 析折拆 沫沐 洒酒 候侯 竟竞 帐账 密蜜 \
    徒徙 拔拨 挑桃 摸模漠 提题堤 晴睛情清请 陪培倍 博搏 辨辩辫 辐幅福副 赢嬴羸 戌戍戊 茶荼 券卷 遣遗 \
    侍待持恃 推堆惟维唯 难准 坚竖紧 抓扒 摄慑 汇江 往住注柱 仓仑 论沦抡 卸御 脏赃 城诚 减灭咸 \
    斤斥 东车 旬句 句勾 仅仪议义 式试 贡责贵 着看 白自百 名各 右石古 左在 友反 史吏 更便 \
    体休 何向 同问 间问 买卖 又叉 义叉 乡多 幻幼 设没 没投 供洪 浅钱残 挂桂 拥佣 涌勇 枚牧玫 农衣 亏污 \
    育盲 肓盲 孤狐 弧孤 裁栽载 衰哀衷 崇祟 粟栗 即既 暖缓援 搞稿 阳阴 险检验 构购沟 \
    规视 权杈 材村 协胁 环坏 怀坏 政攻 改攻 效郊校 实买 宣宜 官宫 常党堂 尝堂 基墓幕 荣营 劳荣 苦若 著着 \
    链练炼 链键 健建 律津 津律 河何 湖胡 绿录 缘绿 线钱 结洁 统充 综棕 续读 绩积 织识 组阻 经轻 终冬 \
    促捉 优忧 住往 作怍 传转 任仕 份分 伟纬 全金 会合 公分 具县 其具 再冉 军车 决快 况祝 \
    刻核 剂济 助肋 勤劝 励历 区匹 升开 华毕 卫节 厅斤 原愿 参叁 受爱 变弯 台合 吐士 员圆 呼乎 \
    固因困 团困 围国 图团 坡破 域城 培陪 增僧 声卢 复夏 失矢夭 夯奋 奋夯 好奸 始治 委季 字宇 安女 宇宙";

/// Whether two characters have a reading in common, tones apart.
pub(super) fn sound_alike(one: char, other: char) -> bool {
    let (Some(one), Some(other)) = (one.to_pinyin_multi(), other.to_pinyin_multi()) else { return false };
    one.into_iter().any(|one| other.into_iter().any(|other| one.plain() == other.plain()))
}

/// Whether two characters look alike.
pub(super) fn look_alike(one: char, other: char) -> bool {
    static PAIRS: LazyLock<HashSet<[char; 2]>> = LazyLock::new(|| {
        let pairs = |group: &'static str| group.chars().flat_map(|one| group.chars().map(move |other| [one, other]));
        SHAPES.split_whitespace().flat_map(pairs).collect()
    });
    PAIRS.contains(&[one, other])
}
