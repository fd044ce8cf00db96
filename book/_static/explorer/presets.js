// The examples to begin with; the names are those of the places on the page that tell
// what to look for, so that a link to such a place opens its example. All but the digit
// and the layer that makes an image larger are the toy of chapter 2 with one thing changed;
// two channels fit in fewer columns.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  // The sample's first digit, in tenths of full ink.
  explorer.FIVE = [
    "0000000000000000000000000000",
    "0000000000000000000000000000",
    "0000000000000000000000000000",
    "0000000000000000000000000000",
    "0000000000000000000000000000",
    "0000000000000111456169940000",
    "0000000011356999998699720000",
    "0000000289999999993332100000",
    "0000000189999976990000000000",
    "0000000036499700250000000000",
    "0000000000059300000000000000",
    "0000000000059700000000000000",
    "0000000000007920000000000000",
    "0000000000001986400000000000",
    "0000000000000389941000000000",
    "0000000000000027995100000000",
    "0000000000000001399700000000",
    "0000000000000000099920000000",
    "0000000000000025699700000000",
    "0000000000001589999600000000",
    "0000000000148999973000000000",
    "0000000012899997300000000000",
    "0000001689999730000000000000",
    "0000268999995000000000000000",
    "0000599975510000000000000000",
    "0000000000000000000000000000",
    "0000000000000000000000000000",
    "0000000000000000000000000000",
  ].flatMap((row) => [...row].map(Number));

  explorer.PRESETS = [
    { name: "one-window", label: "One window", change: {} },
    {
      name: "a-digit",
      label: "A digit",
      change: {
        height: 28, width: 28, kernelHeight: 3, kernelWidth: 3, image: explorer.FIVE,
        kernel: [1, 0, -1, 1, 0, -1, 1, 0, -1], cell: 190,
      },
    },
    { name: "three-kernels", label: "Three kernels", change: explorer.RECORDS.threeKernels },
    { name: "two-channels", label: "Two channels", change: { width: 6, channels: 2 } },
    {
      name: "two-groups",
      label: "Two groups",
      change: { width: 6, channels: 2, kernels: 2, groups: 2 },
    },
    { name: "every-second-placement", label: "Stride 2", change: { stride: 2 } },
    { name: "a-kernel-with-gaps", label: "Dilation 2", change: { dilation: 2 } },
    { name: "a-border-of-zeros", label: "Padding 1", change: { padding: 1 } },
    {
      name: "backwards",
      label: "Backwards",
      change: { view: "scatter", panel: "inputGradient", cell: 11 },
    },
    {
      name: "transposed",
      label: "Transposed",
      change: {
        ...explorer.RECORDS.transposed, view: "transposed", panel: "transposedOutput",
        cell: 20,
      },
    },
    {
      name: "one-big-matrix",
      label: "Toeplitz",
      change: { view: "toeplitz", kernel: explorer.RECORDS.ofChapter10 },
    },
    {
      name: "a-wrong-row-step",
      label: "Wrong row step",
      change: { rowStep: "height" },
    },
  ];
})();
