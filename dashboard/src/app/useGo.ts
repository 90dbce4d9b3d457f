import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { PagePath } from './pages'

export function useGo(): (to: PagePath) => void {
  const navigate = useNavigate()
  return useCallback((to: PagePath) => void navigate({ to }), [navigate])
}
