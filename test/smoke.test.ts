it("x", () => { expect(1 as number).toBe(1); });
