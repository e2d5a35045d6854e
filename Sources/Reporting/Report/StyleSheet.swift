/// The look of a report on a screen and on A4 paper in black and white.
enum StyleSheet {
  static let text: Markup = """
    :root{--ink:#0b3c6f}
    *{box-sizing:border-box}
    body{margin:0;background:#fff;color:#1b1b1b;line-height:1.6;font-size:15px;
    font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif}
    main{max-width:1000px;margin:0 auto;padding:24px 20px 60px}
    h1{font-size:27px;line-height:1.3;margin:0 0 4px}
    h2{font-size:20px;margin:38px 0 10px;padding-bottom:4px;border-bottom:2px solid var(--ink)}
    h3{font-size:16px;margin:22px 0 6px}
    .summary{margin:0 0 4px}
    .run{color:#444;font-size:13.5px;margin:0}
    .verdict{border:2px solid var(--ink);border-left-width:10px;padding:12px 18px;margin:12px 0;
    font-size:18px;line-height:1.65}
    .verdict p{margin:0 0 8px}
    .verdict p:last-child{margin:0}
    .verdict .small{font-size:14.5px;color:#333}
    .warning{border:2px dashed #333;padding:8px 16px;margin:12px 0;font-size:14px}
    .warning p{margin:3px 0}
    .note{font-size:13.5px;color:#333;margin:6px 0 14px}
    figure{margin:14px 0 18px}
    figure svg{width:100%;height:auto;display:block}
    .pair{display:flex;gap:12px}
    .pair svg{flex:1 1 0;min-width:0}
    .pair svg:only-child{max-width:560px;margin:0 auto}
    .multiples{display:grid;gap:10px 16px}
    .multiples>div{break-inside:avoid;min-width:0}
    .panel{font-weight:700;font-size:13.5px;margin:4px 0 2px}
    figcaption{font-size:13.5px;color:#333;margin-top:4px}
    svg text{font-family:inherit}
    table{border-collapse:collapse;width:100%;margin:12px 0 16px;font-size:13.5px;
    font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:700;padding:4px 0;font-size:14px}
    th,td{padding:4px 7px;border-bottom:1px solid #cfcfcf;text-align:right;vertical-align:top}
    thead th{border-bottom:1.5px solid #222;border-top:1.5px solid #222;vertical-align:bottom}
    .word{text-align:left}
    .interval{white-space:nowrap;color:#333}
    table.dense{font-size:12px;table-layout:fixed}
    table.dense td,table.dense th{padding:2px 5px;overflow-wrap:anywhere}
    table.wide{font-size:12.5px}
    table.wide td,table.wide th{padding:3px 5px}
    table.wide td{white-space:nowrap}
    table.wide td.word{white-space:normal}
    table.numbers th:nth-child(1){width:25%}
    table.numbers th:nth-child(2){width:24%}
    table.numbers th:nth-child(3){width:11%}
    table.numbers th:nth-child(4){width:15%}
    table.numbers th:nth-child(5){width:10%}
    table.weak th:nth-child(1){width:46%}
    table.systems th:nth-child(1){width:18%}
    table.systems th:nth-child(2){width:27%}
    table.systems th:nth-child(3){width:10%}
    table.scoreboard th:nth-child(1){width:33%}
    table.scoreboard th:nth-child(2){width:6%}
    table.scoreboard th:nth-child(3){width:7%}
    table.scoreboard th:nth-child(4){width:9%}
    table.scoreboard th:nth-child(5){width:20%}
    table.scoreboard th:nth-child(6){width:8%}
    table.weak th:nth-child(2){width:22%}
    .weak code{color:#555}
    code,pre{font-family:ui-monospace,Consolas,'Noto Sans Mono CJK SC',monospace;font-size:12.5px}
    .dense code{font-size:inherit}
    pre{background:#f3f3f3;padding:10px 12px;white-space:pre-wrap;overflow-wrap:anywhere}
    .digest{overflow-wrap:anywhere}
    @page{size:A4;margin:14mm 13mm}
    @media print{
    body{font-size:10pt;line-height:1.45}
    main{max-width:none;padding:0}
    h1{font-size:18pt} h2{font-size:13.5pt;margin:14pt 0 5pt} h3{font-size:11.5pt}
    h2,h3,caption{break-after:avoid}
    figure,.verdict,.warning,tr{break-inside:avoid}
    figure{margin:4pt 0 6pt} table{margin:4pt 0 6pt} .note{margin:3pt 0 6pt}
    table{font-size:8.5pt;break-inside:auto} table.short{break-inside:avoid}
    th,td{padding:2px 5px}
    table.wide{font-size:7.8pt} table.dense{font-size:7.5pt} table.weak{font-size:6.5pt}
    table.weak td{padding:0 4px} thead{display:table-header-group}
    .verdict{font-size:11.5pt;line-height:1.5;padding:8px 14px} .verdict .small{font-size:9pt}
    figure svg{width:94%} .pair svg{width:auto}
    .note,figcaption,.run,.warning{font-size:9pt}
    .dense code{font-size:inherit}
    pre{background:none;border:1px solid #777;font-size:8pt}
    .note,tbody tr:first-child{break-before:avoid} thead,thead tr{break-after:avoid}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }
    """
}
