// Loaded before a process begins: at each SIGUSR2 its wall clock is set forward or back, by the seconds in JUMP_SECONDS.
const RealDate = Date;
let offset = 0;
process.on('SIGUSR2', () => {
  offset += Number(process.env.JUMP_SECONDS) * 1000;
});
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [RealDate.now() + offset]));
  }
  static now() {
    return RealDate.now() + offset;
  }
};
