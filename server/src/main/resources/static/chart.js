"use strict";
/* Makes a drawn chart one to handle, with ECharts and the numbers of the table beside it. Until then, and
   without a script, in print and for whoever reads by ear, there is what the server drew. */
(() => {
  const INK = ["--ink", "--ink-2", "--ink-3", "--line", "--surface", "--pen", "--st-equal", "--st-diff", "--font-num"];

  const loaded = (address) => new Promise((done, failed) => {
    if (window.echarts) return done();
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  const tokens = () => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(INK.map((name) => [name, style.getPropertyValue(name).trim()]));
  };

  const read = (figure) => {
    const table = document.getElementById(figure.dataset.table);
    const rows = [...table.tBodies[0].rows];
    return {
      days: rows.map((row) => row.cells[0].textContent.trim()),
      series: [...table.tHead.rows[0].cells].slice(1).map((head, i) => ({
        kind: head.dataset.series,
        name: head.textContent.trim(),
        shares: rows.map((row) => row.cells[i + 1].dataset.share || null),
        told: rows.map((row) => row.cells[i + 1].textContent.trim()),
      })),
    };
  };

  const option = (figure, numbers, moving) => {
    const ink = tokens();
    const colour = {facts: ink["--pen"], reports: ink["--st-equal"], then: ink["--ink-3"]};
    const font = {fontFamily: ink["--font-num"], fontSize: 12, color: ink["--ink-3"]};
    return {
      animation: false,
      textStyle: font,
      grid: {left: 48, right: 20, top: 16, bottom: 68},
      tooltip: {
        trigger: "axis",
        renderMode: "richText", // no inline styles
        confine: true,
        backgroundColor: ink["--surface"],
        borderColor: ink["--line"],
        textStyle: {...font, color: ink["--ink"]},
        formatter: (points) => [points[0].axisValue,
          ...points.filter((point) => numbers.series[point.seriesIndex].told[point.dataIndex])
            .map((point) => point.seriesName + ": " + numbers.series[point.seriesIndex].told[point.dataIndex])].join("\n"),
      },
      xAxis: {type: "category", data: numbers.days, boundaryGap: false, axisLabel: {...font, formatter: (day) => day.slice(0, 5)},
        axisLine: {lineStyle: {color: ink["--ink"]}}, axisTick: {alignWithLabel: true, lineStyle: {color: ink["--line"]}}},
      yAxis: {type: "value", min: 0, max: 100, interval: 25, splitLine: {lineStyle: {color: ink["--line"]}},
        axisLabel: {...font, formatter: (share) => String(share).replace(".", figure.dataset.comma) + " %"}},
      dataZoom: moving ? [
        {type: "slider", height: 22, bottom: 8, showDetail: false, borderColor: ink["--line"], fillerColor: ink["--pen"] + "22",
          handleStyle: {color: ink["--surface"], borderColor: ink["--pen"]}, moveHandleStyle: {color: ink["--pen"]},
          dataBackground: {lineStyle: {color: ink["--line"]}, areaStyle: {color: ink["--line"]}},
          selectedDataBackground: {lineStyle: {color: ink["--pen"]}, areaStyle: {color: ink["--line"]}}},
        {type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, preventDefaultMouseMove: false}] : [],
      series: numbers.series.map((one) => ({
        type: "line", step: "end", name: one.name, data: one.shares, showSymbol: false, symbol: "circle",
        color: colour[one.kind], lineStyle: {width: one.kind === "then" ? 1.5 : 2.5, type: one.kind === "then" ? "dashed" : "solid"},
        markLine: one.kind !== "reports" ? undefined : {
          silent: true, symbol: "none", lineStyle: {color: ink["--st-diff"], type: "solid", width: 1},
          label: {...font, color: ink["--st-diff"], position: "insideEndTop", formatter: figure.dataset.deadlineLabel},
          data: [{xAxis: figure.dataset.deadline}]},
      })),
    };
  };

  /* A picture of its own needs its title and its legend in it. */
  const picture = (figure, numbers) => ({
    ...option(figure, numbers, false),
    backgroundColor: tokens()["--surface"],
    title: {text: figure.dataset.name, left: 16, top: 12, textStyle: {fontSize: 16, fontFamily: tokens()["--font-num"], color: tokens()["--ink"]}},
    legend: {left: 16, top: 44, itemHeight: 8, textStyle: {fontSize: 12, color: tokens()["--ink-2"]}},
    grid: {left: 60, right: 24, top: 88, bottom: 40},
  });
  const SIZE = {width: 1120, height: 460};

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const saveSvg = (figure, numbers) => {
    const drawn = echarts.init(null, null, {renderer: "svg", ssr: true, ...SIZE});
    drawn.setOption(picture(figure, numbers));
    save(new Blob([drawn.renderToSVGString()], {type: "image/svg+xml"}), figure.dataset.file + ".svg");
    drawn.dispose();
  };
  const savePng = (figure, numbers) => {
    const canvas = document.createElement("canvas");
    const drawn = echarts.init(canvas, null, {renderer: "canvas", devicePixelRatio: 2, ...SIZE});
    drawn.setOption(picture(figure, numbers));
    drawn.getZr().flush();
    canvas.toBlob((blob) => {
      save(blob, figure.dataset.file + ".png");
      drawn.dispose();
    });
  };

  const handle = async (figure) => {
    await loaded(figure.dataset.echarts);
    await document.fonts.ready;
    const numbers = read(figure);
    const place = figure.querySelector(".handled");
    place.hidden = figure.querySelector(".handles").hidden = false;
    figure.classList.add("by-hand");
    const chart = echarts.init(place, null, {renderer: "canvas"});
    const draw = () => chart.setOption(option(figure, numbers, true), {replaceMerge: ["series"]});
    draw();
    new ResizeObserver(() => chart.resize()).observe(place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    figure.addEventListener("click", (event) => {
      switch (event.target.closest("[data-do]")?.dataset.do) {
        case "whole": chart.dispatchAction({type: "dataZoom", start: 0, end: 100}); break;
        case "svg": saveSvg(figure, numbers); break;
        case "png": savePng(figure, numbers); break;
      }
    });
  };

  const near = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    near.unobserve(entry.target);
    handle(entry.target).catch(() => {}); // then what the server drew stays
  }), {rootMargin: "100px"});
  document.querySelectorAll("figure.chart").forEach((figure) => near.observe(figure));
})();
