"""Makes the documents of this folder: python-docx 1.2, and LibreOffice 7.4 for the one it writes itself.

    python make.py                                    # writes *.docx
    soffice --headless --convert-to docx libreoffice.fodt
    python accept.py *.docx                           # writes *.txt

The .txt files are what LibreOffice reads of the documents; tests compare the reader with them.
"""

import datetime
import zipfile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NS = nsdecls("w")
# The same bytes whenever this is run.
STAMP = datetime.datetime(2026, 1, 20)


def numbering(document, abstracts, nums):
    """Replaces the lists of a document."""
    part = document.part.numbering_part
    root = part._element
    for child in list(root):
        root.remove(child)
    for number, levels, extra in abstracts:
        xml = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
            f'<w:suff w:val="{suff}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for at, (start, fmt, text, suff, more) in enumerate(levels)
        )
        root.append(
            parse_xml(
                f'<w:abstractNum {NS} w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="multilevel"/>{extra}{xml}</w:abstractNum>'
            )
        )
    for number, abstract, overrides in nums:
        xml = "".join(
            f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>' for at, start in overrides
        )
        root.append(parse_xml(f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{xml}</w:num>'))


def level(fmt, text, start=1, suff="nothing", more=""):
    return (start, fmt, text, suff, more)


def numbered(document, text, num, at, style=None):
    paragraph = document.add_paragraph(text, style=style)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')
    )
    return paragraph


def style_number(document, style, num, at):
    properties = document.styles[style].element.get_or_add_pPr()
    for old in properties.findall("{*}numPr"):
        properties.remove(old)
    properties.insert(
        0, parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')
    )


def save(document, name):
    document.core_properties.created = document.core_properties.modified = STAMP
    document.save(name)
    # Zip entries carry the time of writing; it is taken out.
    entries = {}
    with zipfile.ZipFile(name) as archive:
        for info in archive.infolist():
            if "thumbnail" not in info.filename:
                entries[info.filename] = archive.read(info.filename)
    entries["_rels/.rels"] = entries["_rels/.rels"].replace(
        b'<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"'
        b' Target="docProps/thumbnail.jpeg"/>', b"")
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in entries.items():
            archive.writestr(zipfile.ZipInfo(path, (2026, 1, 20, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


THREE = [
    level("chineseCountingThousand", "%1、"),
    level("chineseCountingThousand", "（%2）"),
    level("decimal", "%3．", suff="space"),
]


def body(text):
    return text + "，各项工作有力有序推进，取得了新的成效，为全县发展作出了新的贡献。"


def three_levels():
    """Automatic numbers of three levels, given to paragraphs directly."""
    document = Document()
    numbering(document, [(0, THREE, ""), (1, THREE, "")], [(1, 0, []), (2, 1, [])])
    document.add_paragraph("清溪县人民政府工作报告")
    document.add_paragraph("——2026年1月20日在清溪县第十八届人民代表大会第五次会议上")
    document.add_paragraph("各位代表：")
    numbered(document, "2025年工作回顾", 1, 0)
    document.add_paragraph(body("过去一年"))
    numbered(document, "产业发展提质增效", 1, 1)
    numbered(document, "工业经济稳中有进", 1, 2)
    numbered(document, "农业生产稳定向好", 1, 2)
    numbered(document, "城乡面貌持续改善", 1, 1)
    numbered(document, "道路更加通畅", 1, 2)
    document.add_paragraph(body("全年约120公里左右的农村公路建成通车"))
    numbered(document, "2026年重点工作", 1, 0)
    numbered(document, "实施项目攻坚", 1, 1)
    document.add_paragraph(body("重点实施以下三项任务，攻艰克难"))
    # The number is typed, and one is missing.
    document.add_paragraph("（三）守牢安全底线")
    document.add_paragraph(body("详见第四部分"))
    save(document, "three-levels.docx")


def styles():
    """Numbers that come from styles, a style based on another, restarts, and one style switched off."""
    document = Document()
    linked = [
        level("chineseCounting", "%1、", more='<w:pStyle w:val="Heading1"/>'),
        level("chineseCounting", "（%2）", more='<w:pStyle w:val="Heading2"/>'),
        level("decimal", "%3.", suff="tab"),
    ]
    digits = [level("decimal", "%1.", suff="tab"), level("decimal", "%1.%2", suff="tab")]
    numbering(
        document,
        [(0, linked, ""), (1, digits, ""), (2, [level("decimalEnclosedCircleChinese", "%1")], "")],
        [(1, 0, []), (2, 1, []), (3, 1, [(0, 1)]), (4, 2, [])],
    )
    style_number(document, "Heading 1", 1, 0)
    style_number(document, "Heading 2", 1, 1)
    based = document.styles.add_style("小标题", 1)
    based.base_style = document.styles["Heading 2"]
    document.add_heading("过去五年的工作", 1)
    document.add_heading("政治建设", 2)
    document.add_paragraph("经济建设", style="小标题")
    document.add_heading("今后五年的工作", 1)
    document.add_heading("总体要求", 2)
    numbered(document, "第一件事", 2, 0)
    numbered(document, "第一件事的一半", 2, 1)
    numbered(document, "第一件事的另一半", 2, 1)
    numbered(document, "第二件事", 2, 0)
    numbered(document, "第二件事的一半", 2, 1)
    document.add_paragraph(body("同时"))
    numbered(document, "从头数的第一件事", 3, 0)
    numbered(document, "从头数的第二件事", 3, 0)
    numbered(document, "圈一", 4, 0)
    numbered(document, "圈二", 4, 0)
    off = document.add_heading("没有编号的标题", 1)
    off._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:numId w:val="0"/></w:numPr>'))
    document.add_heading("工作要求", 1)
    save(document, "styles.docx")


FORMATS = [
    ("chineseCounting", "%1、", 12),
    ("chineseCountingThousand", "（%1）", 22),
    ("japaneseCounting", "%1、", 12),
    ("ideographDigital", "%1、", 12),
    ("ideographTraditional", "%1、", 11),
    ("ideographZodiac", "%1、", 13),
    ("decimalFullWidth", "%1．", 11),
    ("decimalEnclosedCircleChinese", "%1", 11),
    ("decimalEnclosedParen", "%1", 3),
    ("decimalEnclosedFullstop", "%1", 3),
    ("chineseLegalSimplified", "%1、", 12),
    ("upperRoman", "%1.", 9),
    ("lowerRoman", "%1.", 4),
    ("upperLetter", "%1.", 28),
    ("lowerLetter", "%1)", 3),
    ("decimal", "第%1章", 2),
    ("chineseCountingThousand", "第%1章", 3),
    ("decimalZero", "%1.", 11),
]


def formats():
    """Every format that Chinese documents use."""
    document = Document()
    numbering(
        document,
        [(at, [level(fmt, text, suff="space")], "") for at, (fmt, text, _) in enumerate(FORMATS)],
        [(at + 1, at, []) for at in range(len(FORMATS))],
    )
    for at, (_, _, count) in enumerate(FORMATS):
        for number in range(count):
            numbered(document, f"第{number + 1}项工作", at + 1, 0)
    save(document, "formats.docx")


def run(text, extra=""):
    return f'<w:r>{extra}<w:t xml:space="preserve">{text}</w:t></w:r>'


def change(kind, inner, number=1):
    return f'<w:{kind} w:id="{number}" w:author="甲" w:date="2026-01-20T00:00:00Z">{inner}</w:{kind}>'


def deleted(text):
    return change("del", f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


def raw(document, inner):
    document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {NS}>{inner}</w:p>"))


def tracked():
    """Tracked changes: words, whole paragraphs, ends of paragraphs, moves, rows, numbers."""
    document = Document()
    numbering(document, [(0, THREE, "")], [(1, 0, [])])
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = f'<w:rPr>{change("del", "")}</w:rPr>'.replace("></w:del>", "/>")
    raw(document, f"<w:pPr>{number}</w:pPr>" + run("工作") + deleted("总结") + change("ins", run("回顾")))
    # A whole numbered paragraph is deleted: the numbers behind it move up.
    raw(document, f"<w:pPr>{number}{gone}</w:pPr>" + deleted("不要了的一部分"))
    raw(document, f"<w:pPr>{number}</w:pPr>" + run("工作安排"))
    # Only the end of a paragraph is deleted: two become one.
    raw(document, f"<w:pPr>{gone}</w:pPr>" + run("一年来，我们坚持稳中求进，"))
    raw(document, run("对难事攻艰克难，一抓到底。"))
    # The properties from before a change say nothing.
    raw(
        document,
        '<w:pPr><w:pPrChange w:id="9" w:author="甲" w:date="2026-01-20T00:00:00Z">'
        f"<w:pPr>{number}</w:pPr></w:pPrChange></w:pPr>" + run("这一段原来有编号。"),
    )
    raw(document, change("moveFrom", run("移走的话。")) + run("留下的话。"))
    raw(document, change("moveTo", run("移来的话。")) + run("原有的话。"))
    raw(document, run("看得见的，") + run("看不见的，", "<w:rPr><w:vanish/></w:rPr>") + run("都在这里。"))
    table = document.add_table(rows=3, cols=2)
    for row, words in zip(table.rows, [("指标", "数值"), ("删去的行", "1"), ("地区生产总值", "120亿元")]):
        for cell, word in zip(row.cells, words):
            cell.text = word
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {NS} w:id="7" w:author="甲" w:date="2026-01-20T00:00:00Z"/>'))
    save(document, "tracked.docx")


TEXT_BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
    '<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="2000000" cy="500000"/><wp:wrapNone/><wp:docPr id="1" name="框"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape>'
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def parts():
    """Tables, a frame, a text box, line breaks, fields, symbols, ruby, a table of contents, a content control."""
    document = Document()
    document.add_paragraph("一、2025年工作回顾")
    contents = document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、2025年工作回顾\t1", style=contents)
    raw(document, run("见下框。") + TEXT_BOX.format("<w:p>" + run("框里写着驰而不息，弛而不息。") + "</w:p>"))
    table = document.add_table(rows=3, cols=3)
    rows = [("一、指标", "2024年", "2025年"), ("二、地区生产总值", "110亿元", "120亿元"), ("三、为民办事", "攻艰克难", "")]
    for row, words in zip(table.rows, rows):
        for cell, word in zip(row.cells, words):
            cell.text = word
    table.cell(2, 1).add_paragraph("一抓到底")
    frame = document.add_table(rows=1, cols=1)
    frame.cell(0, 0).text = "（一）框在表格里的标题"
    frame.cell(0, 0).add_paragraph("框在表格里的一段话。")
    raw(document, run("软回车前") + "<w:r><w:br/></w:r>" + run("软回车后") + '<w:r><w:br w:type="page"/></w:r>' + run("分页后。"))
    raw(
        document,
        run("第") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("三") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + run("部分") + '<w:r><w:noBreakHyphen/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("完。"),
    )
    raw(
        document,
        "<w:r><w:ruby><w:rubyPr/><w:rt>" + run("qīng xī") + "</w:rt><w:rubyBase>" + run("清溪")
        + "</w:rubyBase></w:ruby></w:r>" + run("县 &lt;&amp;&#x20BB7;"),
    )
    document.element.body.insert(
        len(document.element.body) - 1,
        parse_xml(f"<w:sdt {NS}><w:sdtContent><w:p>{run('控件里的一段话。')}</w:p></w:sdtContent></w:sdt>"),
    )
    document.add_paragraph("二、2026年工作安排")
    save(document, "parts.docx")


def encrypted():
    """A document that opens with a password (msoffcrypto-tool 6.1)."""
    import io

    from msoffcrypto.format.ooxml import OOXMLFile

    with open("three-levels.docx", "rb") as plain, open("encrypted.docx", "wb") as out:
        OOXMLFile(io.BytesIO(plain.read())).encrypt("口令", out)


three_levels()
styles()
formats()
tracked()
parts()
encrypted()
