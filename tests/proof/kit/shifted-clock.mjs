// Loaded before a service: at SIGUSR2 the clock of its machine jumps by CLOCK_SHIFT_MS. What counts monotonically does not.
const RealDate = Date;
let shift = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }

  static now() {
    return RealDate.now() + shift;
  }
};

process.on('SIGUSR2', () => {
  shift = Number(process.env.CLOCK_SHIFT_MS);
});
