/* Where the kernel enters, and what the compiler expects of a C library. */
#include "linux.h"

int run(char **environment);
__attribute__((noreturn)) void start(usize *stack);
__attribute__((noreturn)) void __stack_chk_fail(void);

/* Another value each time, from the kernel; see start(). */
usize __stack_chk_guard;

#if defined(__x86_64__)
__asm__(".globl _start\n.type _start,@function\n_start:\n"
        "  endbr64\n  xor %ebp, %ebp\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call start\n  hlt\n");

isize call6(isize number, isize a, isize b, isize c, isize d, isize e) {
  isize result;
  register isize r10 __asm__("r10") = d;
  register isize r8 __asm__("r8") = e;
  __asm__ volatile("syscall" : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8)
                   : "rcx", "r11", "memory");
  return result;
}

/* The compiler finds it by its name. */
static inline void set_guard(void) {}
#else
__asm__(".globl _start\n.type _start,%function\n_start:\n"
        "  bti c\n  mov x29, #0\n  mov x30, #0\n  mov x0, sp\n  and sp, x0, #-16\n  bl start\n  brk #1\n");

isize call6(isize number, isize a, isize b, isize c, isize d, isize e) {
  register isize x8 __asm__("x8") = number;
  register isize x0 __asm__("x0") = a;
  register isize x1 __asm__("x1") = b;
  register isize x2 __asm__("x2") = c;
  register isize x3 __asm__("x3") = d;
  register isize x4 __asm__("x4") = e;
  __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4) : "memory");
  return x0;
}

/* The compiler looks for it where the thread register points: by name it would need a relocation. */
static inline void set_guard(void) { __asm__ volatile("msr tpidr_el0, %0" : : "r"(&__stack_chk_guard)); }
#endif

void *memcpy(void *to, const void *from, usize length) {
  for (usize i = 0; i < length; i++) ((u8 *)to)[i] = ((const u8 *)from)[i];
  return to;
}

void *memset(void *to, int value, usize length) {
  for (usize i = 0; i < length; i++) ((u8 *)to)[i] = (u8)value;
  return to;
}

void __stack_chk_fail(void) {
  for (;;) CALL(SYS_exit_group, 134, 0, 0, 0, 0);
}

/* The stack as the kernel leaves it: argc, argv, 0, environment, 0, pairs of type and value, 0. */
__attribute__((optimize("no-stack-protector"))) void start(usize *stack) {
  char **environment = (char **)(stack + stack[0] + 2);
  usize *pair = (usize *)environment;
  while (*pair) pair++;
  for (pair++; pair[0]; pair += 2) {
    if (pair[0] == AT_RANDOM) memcpy(&__stack_chk_guard, (const void *)pair[1], sizeof(usize));
  }
  set_guard();
  for (;;) CALL(SYS_exit_group, run(environment), 0, 0, 0, 0);
}
